import Canvas
import Testing

@testable import Visualizer

@Suite struct StreakTests {
  private let space = Key.character(" ")

  /// What each read is taken for, when reads of so many spaces come at these times.
  private func holds(_ reads: [(time: Double, count: Int)]) -> [Bool] {
    var streak = Streak()
    return reads.map { read in
      streak.isHold(Array(repeating: space, count: read.count), at: read.time)
    }
  }

  @Test func `a key that repeats thirty times a second is held from the third read on`() {
    let reads = (0..<6).map { (time: Double($0) / 30, count: 1) }
    #expect(holds(reads) == [false, false, true, true, true, true])
  }

  @Test func `the pause before a keyboard repeats does not hide the hold`() {
    let reads = [0, 0.5, 0.533, 0.566, 0.6].map { (time: $0, count: 1) }
    #expect(holds(reads) == [false, false, false, true, true])
  }

  @Test func `clumps after pauses count by their rate`() {
    let reads = [(time: 0.0, count: 1), (0.1, 3), (0.2, 3), (0.33, 4)]
    #expect(holds(reads) == [false, false, true, true])
  }

  @Test func `five taps a second stay taps`() {
    let reads = (0..<8).map { (time: Double($0) / 5, count: 1) }
    #expect(holds(reads).allSatisfy { !$0 })
  }

  @Test func `typed input is never a hold, however it is cut into reads`() {
    #expect(holds([(0, 500)]) == [false])
    #expect(holds([(0, 100), (0.001, 200), (0.002, 199), (0.003, 1)]).allSatisfy { !$0 })
  }

  @Test func `another key ends the streak`() {
    var streak = Streak()
    for read in 0..<5 { _ = streak.isHold([space], at: Double(read) / 30) }
    let other = streak.isHold([.right], at: 5.0 / 30)
    #expect(!other)
    let again = streak.isHold([space], at: 6.0 / 30)
    #expect(!again)
  }
}
