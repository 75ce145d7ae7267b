import Autograd
import Testing

/// The loops below check nothing, so what does not fit must stop here.
struct CheckTests {
  @Test func `a target out of range stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape()
      _ = tape.crossEntropy(tape.constant([1, 2], shape: [1, 2]), targets: [2])
    }
  }

  @Test func `a token out of range stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape()
      _ = tape.embedding([3], table: tape.constant([1, 2, 3], shape: [3, 1]))
    }
  }

  @Test func `shapes that do not fit stop the program`() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape()
      let x = tape.constant([1, 2, 3, 4], shape: [2, 2])
      _ = tape.linear(x, weight: tape.constant([1, 2, 3], shape: [1, 3]), bias: nil)
    }
  }

  @Test func `a tensor from before the last reset stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let tape = Tape()
      let x = tape.constant([1], shape: [1])
      tape.reset()
      _ = tape.gelu(x)
    }
  }
}
