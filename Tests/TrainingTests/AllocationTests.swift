internal import AllocationCount
internal import Moves
internal import Testing

@testable internal import Training

/// Memory that a training step asks the system for, counted on the thread that makes it.
@Suite(.enabled(if: allocationCount() >= 0))
struct AllocationTests {
  @Test(arguments: ["a", "b", "line", "spiral", "names", "story"])
  func `a step after the first ones asks for no memory`(task: String) throws {
    let trainer = try Trainer(measuring: task)
    trainer.makesReadings = false
    // The generator of random numbers needs memory of its own when it makes new words for the second
    // time: within 20 steps of 32 examples, and within 160 of 4.
    for _ in 0..<400 { _ = trainer.finishStep() }
    let counts = (0..<100).map { _ in
      let before = allocationCount()
      let lost = trainer.finishStep()
      let taken = allocationCount() - before
      return lost == nil ? taken : -1
    }
    #expect(counts == Array(repeating: 0, count: 100))
  }

  @Test func `an array that is made is counted`() {
    let before = allocationCount()
    let numbers = [Int](unsafeUninitializedCapacity: 1000) { $1 = $0.count }
    let taken = allocationCount() - before
    #expect(taken == 1)
    #expect(numbers.count >= 1000)
  }
}
