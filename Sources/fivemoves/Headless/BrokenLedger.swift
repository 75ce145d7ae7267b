internal import Canvas
internal import Moves
internal import Training
internal import Visualizer

/// The lines of a broken loop beside its twin, without a screen.
struct BrokenLedger {
  private let breakage: Breakage
  private let facts: RunFacts
  /// Those of the loop as it should be.
  private let good: RunFacts

  init(_ twin: Twin) {
    breakage = twin.comparison.breakage
    facts = twin.broken.facts
    good = twin.correct.facts
  }

  var opening: String {
    """
    \(Opening(facts: facts).lines)
    broken   \(breakage.name): \(breakage.change)\(batchToCome)
    expect   \(expected)
    hint     \(breakage.look)
    """
  }

  /// Where the run ends before the bad batch.
  private var batchToCome: String {
    let steps = facts.hyperparameters.steps
    guard let step = facts.recipe.badBatch, step > steps else { return "" }
    return
      " This run ends before it, after \(steps.counted("step")); --steps \(2 * step) reaches it."
  }

  private var expected: String {
    let kinds = breakage.expectedSigns(in: good, from: 0)
    return kinds.isEmpty
      ? "Nothing will go wrong: this order works as well."
      : kinds.map(\.warning).joined(separator: " ")
  }

  /// Whether the step is one of about twenty that are told where nothing is redrawn.
  func isMilestone(_ step: StepSummary) -> Bool {
    step.step == 1 || step.step % max(facts.hyperparameters.steps / 20, 1) == 0
  }

  func line(for step: StepSummary) -> String {
    let twin = step.twin.map { "  |  twin \(text($0))" } ?? ""
    return "step \(step.step)  \(text(TwinSummary(step)))\(twin)"
  }

  func line(for report: EvaluationReport) -> String {
    let twin = report.twinValidationLoss.map { "  |  twin \(Figure.measured($0))" } ?? ""
    return
      "after step \(report.step)  validation loss \(Figure.measured(report.validationLoss))\(twin)"
  }

  /// What the curves show so far or at last, and what proves the mistake.
  func account(_ twin: Twin, isLast: Bool = false) -> String {
    let curves = (isLast ? "at last  " : "so far   ") + twin.comparison.words
    return ([curves] + twin.signs.map { "sign     \($0.words)" }).joined(separator: "\n")
  }

  private func text(_ summary: TwinSummary) -> String {
    "loss \(summary.loss.map { Figure.measured($0) } ?? "none")  "
      + "norm \(Figure.measured(summary.gradNorm))"
      + (summary.clipped ? "  clipped" : "")
  }
}
