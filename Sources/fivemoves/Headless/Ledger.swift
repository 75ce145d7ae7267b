internal import Moves
internal import Notation
internal import Platform
internal import Training

/// The lines of training without a screen.
struct Ledger {
  let opening: String
  private let steps: Int
  /// One step of so many is told where nothing is redrawn: about twenty.
  private let stride: Int
  /// Steps that were made before this sitting.
  private let before: Int
  /// The loss of this sitting's first step.
  private var firstLoss: Float?
  /// The step of the evaluation that was told last.
  private var lastEvaluation: Int?
  private var seconds: [Double] = []
  private let start = now()

  init(_ run: any Run) {
    let facts = run.trainer.facts
    before = run.trainer.completedSteps
    steps = facts.settings.steps ?? 0
    stride = max(steps / 20, 1)
    let lines = Opening(facts: facts, before: before).lines
    opening = (run as? Twin).map { "\(lines)\n\(Self.opening(of: $0))" } ?? lines
  }

  /// A step that took so long; what it came to is asked for only where it will be told.
  mutating func append(seconds: Double, loss: @autoclosure () -> Float?) {
    if self.seconds.isEmpty { firstLoss = loss() }
    self.seconds.append(seconds)
  }

  /// What the last step took; not to be known before the first.
  var lastSeconds: Double { seconds.last ?? .infinity }

  /// Whether a step is one of about twenty that are told where nothing is redrawn.
  func isMilestone(_ step: Int) -> Bool { step == 1 || step == steps || step % stride == 0 }

  /// How far the run is.
  func progress(_ last: StepSummary?, clipped: Int) -> String {
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

  func closing(_ last: StepSummary?, clipped: Int) -> String {
    guard let last, !seconds.isEmpty else {
      return "nothing is left to train; a higher --steps goes on"
    }
    let share = Figure.fixed(100 * Double(clipped) / Double(last.step), decimals: 1)
    return
      "loss \(Figure.measured(firstLoss)) at step \(before + 1), \(Figure.measured(last.loss)) at the last; "
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

  private var median: Double { seconds.isEmpty ? 0 : Measurement.median(seconds) }

  private func accuracy(_ share: Float?) -> String {
    share.map { "  validation accuracy \(Figure.measured($0))" } ?? ""
  }
}
