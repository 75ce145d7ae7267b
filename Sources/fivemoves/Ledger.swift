internal import Moves
internal import Visualizer

/// The lines of training without a screen.
struct Ledger {
  private let facts: RunFacts
  private var clipped = 0
  private var first: StepSummary?
  private var last: StepSummary?
  private var seconds: [Double] = []

  init(facts: RunFacts) {
    self.facts = facts
  }

  var opening: String {
    let run =
      "\(facts.lesson.name): \(facts.model), \(facts.parameterCount) parameters, seed "
      + "\(facts.hyperparameters.seed), \(facts.hyperparameters.steps) steps"
    let text = [facts.text?.words, facts.text?.wordsOnRare].compactMap { $0 }
    return text.isEmpty ? run : "\(run)\ntext: \(text.joined(separator: " "))"
  }

  /// Takes in a step; every so often there is a line to print.
  mutating func append(_ summary: StepSummary) -> String? {
    first = first ?? summary
    last = summary
    seconds.append(summary.seconds)
    clipped += summary.clipped ? 1 : 0
    let every = max(facts.hyperparameters.steps / 20, 1)
    guard summary.step == 1 || summary.step % every == 0 else { return nil }
    return "step \(summary.step)  loss \(text(summary.loss))  norm \(Float(summary.gradNorm))"
      + "\(summary.clipped ? "  clipped" : "")  lr \(Float(summary.learningRate))"
  }

  func line(for report: EvaluationReport) -> String {
    "after step \(report.step)  train loss \(report.trainLoss)  validation loss "
      + "\(report.validationLoss)\(accuracy(report.validationAccuracy))"
  }

  var closing: String {
    "loss \(text(first?.loss)) at the first step, \(text(last?.loss)) at the last; clipped "
      + "\(clipped) of \(last?.step ?? 0) steps; a step took \(Float(median * 1000)) ms in the median"
  }

  private var median: Double {
    seconds.isEmpty ? 0 : seconds.sorted()[seconds.count / 2]
  }

  private func accuracy(_ share: Float?) -> String {
    share.map { "  validation accuracy \($0)" } ?? ""
  }

  private func text(_ loss: Float?) -> String { loss.map { "\($0)" } ?? "none" }
}
