import Canvas
import Moves
import Testing
internal import Training
internal import Wire

@testable internal import Recordings
@testable internal import Visualizer

/// Recordings in which more than one loop runs.
@Suite struct BrokenStartTests {
  /// As `train --break forget-zero-grad --record` writes it.
  private func brokenFromTheStart(steps: Int) throws -> String {
    var chosen = try #require(Lessons.named("line")?.defaults)
    chosen.steps = 60
    let breakage = try #require(Breakage.named("forget-zero-grad"))
    let twin = try Twin(lesson: "line", hyperparameters: chosen, breakage: breakage)
    var recorder = Recorder(version: "test")
    var text = recorder.begin(
      RunLine(
        twin.broken.facts, reading: twin.broken.firstReading(), breakage: breakage,
        good: twin.correct.facts))
    while twin.broken.completedSteps < steps { text += recorder.text(for: .moved(twin.advance())) }
    return text
  }

  private func remark(_ replay: inout Replay, _ key: Key) -> String? {
    replay.tandem.tell(.keys([key]))
    replay.tandem.rest(ticks: 2)
    return replay.tandem.app.options.remark
  }

  @Test func `a recording of a loop broken from its start begins there, move by move`() throws {
    var replay = try Replay(brokenFromTheStart(steps: 5))
    replay.tandem.tell(.resized(width: 80, height: 24))
    let start = replay.tandem.app.frame(width: 80, height: 24).text
    #expect(start.contains("broken  step 0") && start.contains("left out"), "\(start)")
    #expect(remark(&replay, .right) == nil)
    #expect(replay.tandem.app.run.now == Moment(completedSteps: 0, moves: 1))
    #expect(remark(&replay, .character(" ")) == nil)
    #expect(replay.tandem.app.completedSteps == 1)
    #expect(remark(&replay, .home) == nil && replay.tandem.app.run.broken != nil)
    #expect(remark(&replay, .home)?.hasPrefix("This is step 0") == true)
    #expect(replay.tandem.app.run.broken != nil && replay.tandem.app.completedSteps == 0)
    #expect(remark(&replay, .character(" ")) == nil)
    #expect(replay.tandem.app.completedSteps == 1)
  }

  @Test func `home in a later run leads to the one before, and only the first is the beginning`()
    throws
  {
    let first = try brokenFromTheStart(steps: 5)
    let second = try brokenFromTheStart(steps: 3)
    var replay = try Replay(first + second)
    for _ in 0..<4 { _ = remark(&replay, .end) }
    #expect(replay.tandem.app.completedSteps == 3)
    #expect(remark(&replay, .home) == nil && replay.tandem.app.completedSteps == 0)
    #expect(remark(&replay, .home) == nil && replay.tandem.app.completedSteps == 5)
    #expect(replay.tandem.app.run.broken != nil)
    #expect(remark(&replay, .home) == nil && replay.tandem.app.completedSteps == 0)
    #expect(remark(&replay, .home)?.hasPrefix("This is step 0") == true)
  }
}
