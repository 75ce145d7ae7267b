internal import Canvas
internal import Moves
internal import Visualizer

/// The lines of training without a screen.
struct Ledger {
  private let facts: RunFacts
  /// Steps that were made before this sitting.
  private let before: Int
  private var clipped: Int
  private var first: StepSummary?
  private var last: StepSummary?
  /// The step of the evaluation that was told last.
  private var lastEvaluation: Int?
  private var seconds: [Double] = []
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  init(facts: RunFacts, completed: Int, clipped: Int) {
    self.facts = facts
    before = completed
    self.clipped = clipped
    start = clock.now
  }

  private var steps: Int { facts.hyperparameters.steps }

  var opening: String {
    let run =
      "\(facts.lesson.name): \(facts.model), \(facts.parameterCount.counted("parameter")), seed "
      + "\(facts.hyperparameters.seed), \(steps.counted("step"))"
      + place
    let text = [facts.text?.words, facts.text?.wordsOnRare, facts.text?.wordsOnRepeats]
      .compactMap { $0 }
    return text.isEmpty ? run : "\(run)\ntext: \(text.joined(separator: " "))"
  }

  private var place: String {
    if before == 0 { return "" }
    return before < steps ? ", going on after step \(before)" : ", all made before"
  }

  mutating func append(_ summary: StepSummary) {
    first = first ?? summary
    last = summary
    seconds.append(summary.seconds)
    clipped += summary.clipped ? 1 : 0
  }

  /// Whether the last step is one of about twenty that are told where nothing is redrawn.
  var isMilestone: Bool {
    guard let last else { return false }
    return last.step == 1 || last.step == steps || last.step % stride == 0
  }

  private var stride: Int { max(steps / 20, 1) }

  /// How far the run is.
  var progress: String {
    guard let last else { return "" }
    return [
      "step \(last.step)/\(steps)", "loss \(text(last.loss))",
      "norm \(short(last.gradNorm))", "\(clipped) clipped",
      "lr \(Figure.rate(last.learningRate))", pace(last.step),
    ].joined(separator: "  ")
  }

  /// What an evaluation found; nil if the last one that was told is not long ago.
  mutating func line(for report: EvaluationReport) -> String? {
    if let told = lastEvaluation, report.step < steps, report.step - told < stride { return nil }
    lastEvaluation = report.step
    return "after step \(report.step)  train loss \(report.trainLoss.spelled)  validation loss "
      + "\(report.validationLoss.spelled)\(accuracy(report.validationAccuracy))"
  }

  var closing: String {
    guard let last else { return "nothing is left to train; a higher --steps goes on" }
    let share = Figure.fixed(100 * Double(clipped) / Double(last.step), decimals: 1)
    return "loss \(text(first?.loss)) at step \(before + 1), \(text(last.loss)) at the last; "
      + "clipped \(clipped) of \(last.step.counted("step")) (\(share) %); a step took "
      + "\(Figure.fixed(median * 1000, decimals: 2)) ms in the median"
  }

  private func pace(_ step: Int) -> String {
    let elapsed = (clock.now - start) / .seconds(1)
    let rate = Double(step - before) / max(elapsed, 1e-9)
    let left = Int((Double(steps - step) / rate).rounded())
    return "\(Figure.fixed(rate, decimals: rate < 10 ? 1 : 0)) steps/s  \(time(left)) left"
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
    share.map { "  validation accuracy \($0)" } ?? ""
  }

  private func text(_ loss: Float?) -> String { loss.map { short(Double($0)) } ?? "none" }

  private func short(_ number: Double) -> String {
    guard number.isFinite else { return number.spelled }
    return number == 0 || abs(number) >= 1e-3
      ? Figure.fixed(number, decimals: 4) : Figure.scientific(number, decimals: 3)
  }
}
