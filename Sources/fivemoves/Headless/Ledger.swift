internal import Canvas
internal import Moves
internal import Platform
internal import Training

/// The lines of training without a screen.
struct Ledger {
  let opening: String
  private let steps: Int
  /// Steps that were made before this sitting.
  private let before: Int
  private var clipped: Int
  private var first: StepSummary?
  private var last: StepSummary?
  /// The step of the evaluation that was told last.
  private var lastEvaluation: Int?
  private var seconds: [Double] = []
  private let start = now()

  init(_ run: any Run) {
    let facts = run.trainer.facts
    (before, clipped) = (run.trainer.completedSteps, run.trainer.clippedSteps)
    steps = facts.settings.steps ?? 0
    let lines = Opening(facts: facts, before: before).lines
    opening = (run as? Twin).map { "\(lines)\n\(Self.opening(of: $0))" } ?? lines
  }

  mutating func append(_ summary: StepSummary) {
    first = first ?? summary
    last = summary
    seconds.append(summary.seconds)
    clipped += summary.clipped == true ? 1 : 0
  }

  /// What the last step took; not to be known before the first.
  var lastSeconds: Double { seconds.last ?? .infinity }

  /// Whether the last step is one of about twenty that are told where nothing is redrawn.
  var isMilestone: Bool {
    guard let last else { return false }
    return last.step == 1 || last.step == steps || last.step % stride == 0
  }

  private var stride: Int { max(steps / 20, 1) }

  /// How far the run is.
  var progress: String {
    guard let last else { return "" }
    if let twin = last.twin { return line(for: last, beside: twin) }
    return [
      "step \(last.step)/\(steps)", "loss \(Figure.measured(last.loss))",
      "norm \(Figure.measured(last.gradNorm))", "\(clipped) clipped",
      "lr \(last.learningRate.map { Figure.rate($0) } ?? "none")", pace(last.step),
    ].joined(separator: "  ")
  }

  /// What an evaluation found; nil if the last one that was told is not long ago.
  mutating func line(for report: EvaluationReport) -> String? {
    if let twin = report.twinValidationLoss { return line(for: report, beside: twin) }
    if let told = lastEvaluation, report.step < steps, report.step - told < stride { return nil }
    lastEvaluation = report.step
    let losses = [report.trainLoss, report.validationLoss].map { Figure.measured($0) }
    return "after step \(report.step)  train loss \(losses[0])  validation loss \(losses[1])"
      + accuracy(report.validationAccuracy)
  }

  var closing: String {
    guard let last else { return "nothing is left to train; a higher --steps goes on" }
    let share = Figure.fixed(100 * Double(clipped) / Double(last.step), decimals: 1)
    return
      "loss \(Figure.measured(first?.loss)) at step \(before + 1), \(Figure.measured(last.loss)) at the last; "
      + "clipped \(clipped) of \(last.step.counted("step")) (\(share) %); a step took "
      + "\(Figure.milliseconds(median)) ms in the median"
  }

  private func pace(_ step: Int) -> String {
    let elapsed = now() - start
    let rate = Double(step - before) / max(elapsed, 1e-9)
    let left = Int((Double(steps - step) / rate).rounded())
    return "\(Figure.pace(rate))  \(time(left)) left"
  }

  private func time(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }

  private var median: Double {
    seconds.isEmpty ? 0 : seconds.sorted()[seconds.count / 2]
  }

  private func accuracy(_ share: Float?) -> String {
    share.map { "  validation accuracy \(Figure.measured($0))" } ?? ""
  }
}
