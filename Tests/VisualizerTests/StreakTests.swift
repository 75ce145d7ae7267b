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

  @Test func `clumps count by their rate, from the second on`() {
    let reads = [(time: 0.0, count: 1), (0.1, 3), (0.2, 3), (0.33, 4)]
    #expect(holds(reads) == [false, true, true, true])
    #expect(holds([(0, 30), (1, 30), (2, 30)]) == [false, true, true])
  }

  @Test func `a slow keyboard and a quick one hold too`() {
    let slow = (0..<8).map { (time: Double($0) / 11, count: 1) }
    #expect(holds(slow) == [false, false, false, false, true, true, true, true])
    let quick = (0..<5).map { (time: Double($0) / 66, count: 1) }
    #expect(holds(quick) == [false, false, true, true, true])
  }

  @Test func `a burst is typed, whatever was tapped or held before it`() {
    #expect(holds([(0, 1), (2, 500)]) == [false, false])
    #expect(holds([(0, 1), (1.5, 60)]) == [false, false])
    #expect(holds([(0, 2), (0.4, 2), (2.4, 100)]) == [false, false, false])
    let held = (0..<90).map { (time: Double($0) / 30, count: 1) }
    for pause in [0.1, 0.5, 2, 10] {
      #expect(holds(held + [(3 + pause, 500)]).last == false, "after \(pause) s")
    }
  }

  @Test func `taps in pairs by a link that bunches them stay taps`() {
    #expect(holds((0..<8).map { (time: 0.4 * Double($0), count: 2) }).allSatisfy { !$0 })
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
