import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// A parameter that is chosen while the network is measured.
@Suite struct MeasuredAsideTests {
  private let source: TrainerSource
  private var app: App

  init() throws {
    var chosen = try #require(Lessons.named("names")?.defaults)
    (chosen.width, chosen.batchSize, chosen.evalInterval, chosen.evalBatches) = (8, 4, 1, 3)
    let trainer = try Trainer(lesson: "names", hyperparameters: chosen)
    source = TrainerSource(trainer)
    app = App(
      run: source.facts, reading: trainer.firstReading(), options: App.Options(animates: false))
  }

  /// Serves a request while keys come in the evaluation: what is asked for then.
  private mutating func serve(_ request: Request, keys: [Key] = []) -> [Effect] {
    var (app, effects, isGivenUp): (App, [Effect], Bool) = (app, [], false)
    source.serve(request, goesOn: { !isGivenUp }) { news in
      effects += app.update(.news(news), at: 1)
      if case .evaluating = news, !keys.isEmpty { effects += app.update(.keys(keys), at: 1) }
      isGivenUp = isGivenUp || effects.contains(.giveUp)
    }
    self.app = app
    return effects
  }

  @Test(arguments: ["search", "the most moved"])
  mutating func `the figures of the step are told before the evaluation goes on`(
    choice: String
  ) throws {
    var other = try MeasuredAsideTests()
    let whole = try other.evaluation()
    let name = Array("/b1 3".unicodeScalars).map { Key.character($0) } + [.enter]
    _ = app.update(.keys([.character(" ")]), at: 0)
    let keys = choice == "search" ? name : [.character("m")]
    let held = serve(.step, keys: keys)
    guard case .request(let look)? = held.last, case .watch = look else {
      Issue.record("\(held)")
      return
    }
    #expect(held.contains(.giveUp))
    #expect(app.run.history.evaluations.isEmpty && source.trainer.evaluationIsDue)
    let on = serve(look)
    let panel = LifePanel(app: app).frame(width: 60, height: 20).text
    #expect(!panel.contains("not told") && !panel.contains("None"), "\(panel)")
    #expect(!panel.contains("not recorded") && panel.contains("new p  "), "\(panel)")
    #expect(on == [.request(.evaluate)])
    #expect(serve(.evaluate).isEmpty)
    let made = try #require(app.run.history.evaluations.last)
    #expect(made.isScheduled && made.step == 1)
    #expect(made.trainLoss == whole.trainLoss && made.validationLoss == whole.validationLoss)
  }

  private mutating func evaluation() throws -> EvaluationReport {
    _ = app.update(.keys([.character(" ")]), at: 0)
    _ = serve(.step)
    return try #require(app.run.history.evaluations.last)
  }
}
