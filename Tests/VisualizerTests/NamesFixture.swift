import Moves

@testable import Visualizer

/// The names lesson, told by formulas.
enum NamesFixture {
  static let run: RunFacts = {
    var run = Fixture.run
    run.model = "Character MLP"
    run.name = "names"
    run.chosen.batchSize = 128
    run.chosen.microBatches = 1
    run.tensors = [TensorFacts(name: "embedding.weight", layer: "embedding", shape: [6097])]
    run.vocabulary = ["\n"] + "abcdefghijklmnopqrstuvwxyz".map { String($0) }
    run.guessingLoss = 3.2958
    return run
  }()

  private static let reading = Reading.text(
    TextReading(
      context: "\n\nm", answer: Guess(symbol: "a", logit: 3.2, probability: 0.58),
      guesses: [
        Guess(symbol: "a", logit: 3.2, probability: 0.58),
        Guess(symbol: "i", logit: 1.9, probability: 0.16),
        Guess(symbol: "e", logit: 1.6, probability: 0.12),
        Guess(symbol: "y", logit: 0.4, probability: 0.035),
        Guess(symbol: "\n", logit: -2.5, probability: 0.002),
      ], loss: 0.545))

  private static let invented = [
    "denira", "kent", "shalell", "merdo", "aulme", "mary", "angelbias", "josto", "leth", "fardo",
    "jooville", "samirt", "brio", "dyan", "tamyl",
  ].map { InventedName(text: $0, isKnown: ["kent", "mary"].contains($0)) }

  static func app(after steps: Int, options: App.Options) -> App {
    var app = App(run: run, reading: reading, options: options)
    for step in stride(from: 1, through: steps, by: 1) {
      _ = app.update(.ran([Fixture.summary(step)], lastMoves: moves(of: step)), at: 0)
      guard step == 1 || step % 100 == 0 else { continue }
      var report = Fixture.evaluation(step)
      report.sample = Sample(
        step: step, prompt: "", text: invented.map(\.text).joined(separator: "\n"),
        names: invented)
      _ = app.update(.evaluated(report), at: 0)
    }
    return app
  }

  private static func moves(of step: Int) -> [MoveReport] {
    let plan = run.recipe.planned(microBatches: 1)
    let told = Fixture.moves(of: step)
    return plan.enumerated().compactMap { position, planned in
      guard var report = told.first(where: { $0.move == planned.move }) else { return nil }
      report.planned = planned
      report.position = position
      report.moveCount = plan.count
      report.summary = position == plan.count - 1 ? Fixture.summary(step) : nil
      guard case .forward(var forward) = report.outcome else { return report }
      (forward.reading, forward.examples, forward.targets) = (reading, 128, 128)
      report.outcome = .forward(forward)
      return report
    }
  }
}
