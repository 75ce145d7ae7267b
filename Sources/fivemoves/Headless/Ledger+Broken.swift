internal import Moves
internal import Notation
internal import Training

/// The lines of a broken loop beside its twin.
extension Ledger {
  /// What is wrong, and what will come of it.
  static func opening(of twin: Twin) -> String {
    let breakage = twin.comparison.breakage
    return """
      broken   \(breakage.name): \(breakage.change)\(batchToCome(twin.broken))
      expect   \(expected(of: breakage, in: twin.correct.facts))
      hint     \(breakage.look)
      """
  }

  /// Where the run ends before the bad batch.
  private static func batchToCome(_ broken: Trainer) -> String {
    let steps = broken.hyperparameters.steps
    guard let step = broken.facts.recipe.badBatch, step > steps else { return "" }
    return
      " This run ends before it, after \(steps.counted("step")); --steps \(2 * step) reaches it."
  }

  private static func expected(of breakage: Breakage, in good: RunFacts) -> String {
    let kinds = breakage.expectedSigns(in: good, from: 0)
    return kinds.isEmpty
      ? "Nothing will go wrong: this order works as well."
      : kinds.map(\.warning).joined(separator: " ")
  }

  func line(for step: StepSummary, beside twin: TwinSummary) -> String {
    "step \(step.step)  \(text(TwinSummary(step)))  |  twin \(text(twin))"
  }

  func line(for report: EvaluationReport, beside twin: Float) -> String {
    "after step \(report.step)  validation loss \(Figure.measured(report.validationLoss))"
      + "  |  twin \(Figure.measured(twin))"
  }

  /// What the curves show so far or at last, and what proves the mistake.
  func account(of twin: Twin, atLast: Bool) -> String {
    let curves = (atLast ? "at last  " : "so far   ") + twin.comparison.words
    return ([curves] + twin.signs.map { "sign     \($0.words)" }).joined(separator: "\n")
  }

  private func text(_ summary: TwinSummary) -> String {
    "loss \(Figure.measured(summary.loss))  norm \(Figure.measured(summary.gradNorm))"
      + (summary.clipped ? "  clipped" : "")
  }
}
