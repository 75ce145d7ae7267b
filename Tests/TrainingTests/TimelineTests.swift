import Autograd
import Moves
import Testing

@testable import Training

@Suite struct TimelineTests {
  @Test(arguments: ["line", "story"], [1, 2])
  func `a walk back and forth finds the same bits at every moment`(lesson: String, seed: UInt32)
    throws
  {
    let timeline = Timeline(lesson == "line" ? try line() : try smallStory())
    var random = MersenneTwister(seed: seed)
    var seen = [timeline.moment: fingerprint(of: timeline.trainer)]
    var returns = 0
    for _ in 0..<250 {
      switch random.integer(below: 8) {
      case 0: travel(timeline, .backStep)
      case 1, 2: travel(timeline, .backMove)
      case 3 where random.integer(below: 8) == 0: travel(timeline, .home)
      case 3: travel(timeline, .end)
      case 4: _ = timeline.trainer.evaluate()
      default: _ = timeline.advance()
      }
      let found = fingerprint(of: timeline.trainer)
      if let first = seen[timeline.moment] {
        returns += 1
        #expect(found == first, "\(timeline.moment)")
      }
      seen[timeline.moment] = found
    }
    #expect(returns > 60)
    #expect(seen.count > 20)
  }

  @Test func `an arrival brings the moves of the last step and of the one in progress`() throws {
    let timeline = Timeline(try line())
    var made: [MoveReport] = []
    for _ in 0..<13 { made.append(timeline.advance()) }
    let arrival = try #require(travel(timeline, .backMove))
    #expect(arrival.moment == Moment(completedSteps: 2, moves: 2))
    #expect(arrival.moves.map(\.outcome) == made[5..<12].map(\.outcome))
    #expect(timeline.newest == Moment(completedSteps: 2, moves: 3))
  }

  @Test func `any step of a long run is reached again, in bounded memory`() throws {
    let timeline = Timeline(try line(), memory: 400_000)
    var bits: [Int: Bits] = [:]
    while timeline.moment.completedSteps < 3000 {
      let report = timeline.advance()
      if report.completesStep { bits[report.step] = timeline.trainer.bits }
    }
    for _ in 0..<150 { travel(timeline, .backStep) }
    #expect(timeline.moment.completedSteps == 2850)
    #expect(timeline.trainer.bits == bits[2850])
    #expect(timeline.byteCount <= 400_000)
    travel(timeline, .home)
    travel(timeline, .end)
    #expect(timeline.trainer.bits == bits[3000])
  }

  @Test func `a journey that is given up leaves everything where it was`() throws {
    let timeline = Timeline(try smallStory(), memory: 1)
    while timeline.moment < Moment(completedSteps: 9, moves: 2) { _ = timeline.advance() }
    travel(timeline, .home)
    let before = fingerprint(of: timeline.trainer)
    #expect(timeline.travel(.end) { _, _ in false } == nil)
    #expect(fingerprint(of: timeline.trainer) == before)
  }

  @Test func `keyframes thin out with their age, and the first stays`() throws {
    let snapshot = try line().snapshot()
    var frames = Keyframes(memory: snapshot.byteCount * 20)
    for step in 0..<1000 { frames.keep(snapshot, at: step) }
    #expect(frames.steps.count == 20)
    #expect(frames.steps.first == 0)
    #expect(frames.steps.suffix(3) == [997, 998, 999])
    let gaps = zip(frames.steps.dropFirst(), frames.steps).map { $0 - $1 }
    #expect(gaps.max() ?? 0 < 600)
  }

  @discardableResult
  private func travel(_ timeline: Timeline, _ journey: Journey) -> Arrival? {
    timeline.travel(journey) { _, _ in true }
  }
}

/// A number for all that training needs to go on from here, whether or not it has been evaluated.
private func fingerprint(of trainer: Trainer) -> Int {
  var snapshot = trainer.snapshot()
  snapshot.evaluationIsDue = false
  return snapshot.fingerprint
}
