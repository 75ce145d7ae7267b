import Autograd
import Testing

struct MissingInstructionsTests {
  @Test func `a machine that runs these tests lacks nothing`() {
    #expect(missingInstructions().isEmpty)
  }
}
