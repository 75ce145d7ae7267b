internal import Canvas
internal import Moves

/// A schedule that is another one from where a run goes on.
struct RateChange {
  private let before: Hyperparameters
  private let now: Hyperparameters

  init(_ before: Hyperparameters, _ now: Hyperparameters) {
    self.before = before
    self.now = now
  }

  /// The options that it tells of.
  static let options = ["--steps", "--learning-rate", "--min-learning-rate", "--warmup"]

  /// From which rate to which, and why; nil where the next step uses the rate it would have used.
  func remark(after step: Int) -> String? {
    let (planned, next) = (rate(before, step), rate(now, step))
    guard planned != next else { return nil }
    let reason = "because \(reasons.joined(separator: ", "))"
    guard step > 0 else { return "learning rate: \(text(next)) in step 1, \(reason)." }
    return "learning rate: \(text(rate(before, step - 1))) in step \(step), \(text(next)) in step "
      + "\(step + 1), \(reason)."
  }

  private func rate(_ chosen: Hyperparameters, _ steps: Int) -> Double {
    chosen.schedule.learningRate(at: steps)
  }

  /// "--steps is now 600, not 300"
  private var reasons: [String] {
    [
      reason("--steps", before.steps, now.steps),
      reason("--learning-rate", rate: before.learningRate, now.learningRate),
      reason("--min-learning-rate", rate: before.minLearningRate, now.minLearningRate),
      reason("--warmup", before.warmup, now.warmup),
    ].compactMap { $0 }
  }

  private func reason<Value: Equatable>(_ option: String, _ before: Value, _ now: Value) -> String?
  {
    before == now ? nil : "\(option) is now \(now), not \(before)"
  }

  /// Two rates that differ never stand there as one.
  private func reason(_ option: String, rate before: Double, _ now: Double) -> String? {
    let (then, here) = (text(before), text(now))
    return then == here ? reason(option, before, now) : reason(option, then, here)
  }

  private func text(_ rate: Double) -> String { Figure.rate(rate) }
}
