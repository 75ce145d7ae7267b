import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

@Suite struct DivergenceTests {
  /// Plain gradient descent with so large a rate that every step throws the line further away.
  private func world() throws -> World {
    try World(steps: 2000, animates: false) {
      ($0.optimizer, $0.learningRate, $0.minLearningRate) = (.sgd, 1e6, 1e6)
      $0.maxNorm = 1e30
    }
  }

  private func lastFinite(_ world: World) throws -> Int {
    try #require(world.app.run.divergence).step - 1
  }

  @Test(arguments: [Key.enter, .character(" "), .right])
  func `the run stops at the first figure that is no number`(key: Key) throws {
    var world = try world()
    for _ in 0..<200 where world.app.run.divergence == nil {
      world.press(key)
      world.rest(ticks: 3)
    }
    let found = try #require(world.app.run.divergence)
    #expect(world.app.run.now == found.moment && !world.app.drive.isRunning)
    #expect(world.timeline.moment == found.moment)
    let text = world.app.frame(width: 80, height: 24).text
    #expect(text.contains("Training stopped") && text.contains("stopped: \(found.short)"))
    #expect(text.contains("in \(found.planned.move.part) of step \(found.step)"))
  }

  @Test func `five hundred taps end where it happened`() throws {
    var world = try world()
    world.tell(.keys(Array(repeating: .character(" "), count: 500)))
    world.rest()
    let found = try #require(world.app.run.divergence)
    #expect(world.app.completedSteps < 100 && world.app.run.now == found.moment)
    #expect(world.app.drive.queue.isEmpty)
  }

  @Test func `one key goes to the last finite step, and the same moment stops again`() throws {
    var world = try world()
    world.tell(.keys(Array(repeating: .character(" "), count: 500)))
    world.rest()
    let found = try #require(world.app.run.divergence)
    world.press(.character(","))
    world.rest()
    #expect(world.app.run.now == Moment(completedSteps: found.step - 1))
    #expect(world.trainer.snapshot().model.values.allSatisfy { $0.isFinite })
    #expect(world.app.lastLoss?.isFinite == true)
    #expect(!world.app.frame(width: 80, height: 24).text.contains("Training stopped"))
    world.tell(.keys(Array(repeating: .character(" "), count: 5)))
    world.rest()
    #expect(world.app.run.divergence == found && world.app.run.now == found.moment)
  }

  @Test func `who wants to can go on`() throws {
    var world = try world()
    world.tell(.keys(Array(repeating: .character(" "), count: 500)))
    world.rest()
    let found = try #require(world.app.run.divergence)
    for _ in 0..<3 {
      world.press(.character(" "))
      world.rest()
    }
    #expect(world.app.completedSteps >= found.step + 1)
    #expect(world.app.run.divergence == found)
    let text = world.app.frame(width: 80, height: 24).text
    #expect(text.contains("paused, \(found.short) in step \(found.step)"))
  }

  /// PyTorch multiplies by max_norm / (NaN + 1e-6), which is NaN: nothing was made shorter.
  @Test(arguments: [1.0, -1.0])
  func `a norm that is no number counts as no clipped step, whatever its sign bit`(sign: Double) {
    var summary = Fixture.summary(1)
    (summary.gradNorm, summary.clipped) = (.nan * sign, false)
    var charts = Charts()
    charts.append(Charts.Step(summary))
    #expect(charts.clippedSteps == 0 && charts.clipRange == nil)
  }

  @Test func `gradients that are no numbers were neither clipped nor kept`() {
    var app = Fixture.app(after: 0, options: App.Options(animates: false))
    for var move in Fixture.moves(of: 1) {
      if case .clip(var clip) = move.outcome {
        (clip.normBefore, clip.normAfter, clip.factor, clip.clipped) = (.nan, .nan, .nan, false)
        move.outcome = .clip(clip)
      }
      _ = app.update(.ran([], lastMoves: [move]), at: 0)
    }
    let text = app.frame(width: 80, height: 24).text
    #expect(text.contains(" lost ") && !text.contains(" kept ") && !text.contains(" clipped ─"))
  }

  @Test(arguments: [(Double.nan, 31.0), (0.1, Double.infinity)])
  func `an update that lost the parameters has no share of their norm`(
    update: Double, parameters: Double
  ) throws {
    var move = try #require(Fixture.moves(of: 1).last)
    guard case .step(var report) = move.outcome else { return #expect(Bool(false)) }
    (report.updateNorm, report.parameterNorm) = (update, parameters)
    move.outcome = .step(report)
    var stage = Stage(reading: Fixture.reading(0))
    stage.light(move)
    let text = Sentence(run: Fixture.run, stage: stage).parts.text
    #expect(!text.contains("of their norm") && text.contains("not finite numbers any more"))
  }

  @Test func `the words fit the smallest screen with boxes`() throws {
    var longest = Fixture.moves(of: 99_999)[2]
    longest.outcome = .backward(
      BackwardReport(divisor: 4, gradientsBefore: 0, normBefore: 0, norm: .infinity, layers: []))
    let words = try #require(Divergence(longest)).words(isInClass: false)
    #expect(wrap(words, width: 65).count <= 3, "\(words)")
    #expect(Divergence(Fixture.moves(of: 3)[2]) == nil)
  }
}
