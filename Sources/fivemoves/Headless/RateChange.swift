internal import Moves
internal import Notation

/// A schedule that is another one from where a run goes on.
struct RateChange {
  private let before: Hyperparameters
  private let now: Hyperparameters

  init(_ before: Hyperparameters, _ now: Hyperparameters) {
    self.before = before
    self.now = now
  }

  /// From which rate to which, and why; nil where the next step uses the rate it would have used.
  func remark(after step: Int) -> String? {
    let (planned, next) = (rate(before, step), rate(now, step))
    guard planned != next else { return nil }
    let rows = Hyperparameter.all.filter { $0.traits.contains(.schedule) }
    let reason = "because \(rows.compactMap(reason).joinedClauses)"
    guard step > 0 else { return "learning rate: \(text(next)) in step 1, \(reason)." }
    return "learning rate: \(text(rate(before, step - 1))) in step \(step), \(text(next)) in step "
      + "\(step + 1), \(reason)."
  }

  private func rate(_ chosen: Hyperparameters, _ steps: Int) -> Double {
    chosen.schedule.learningRate(at: steps)
  }

  /// "--steps is now 600, not 300"; two rates that differ never stand there as one.
  private func reason(_ row: Hyperparameter) -> String? {
    let (then, here) = (row.text(before), row.text(now))
    guard then != here else { return nil }
    let (old, new) = (shown(then, row), shown(here, row))
    return "\(row.option) is now \(old == new ? row.shown(here) : new), not "
      + (old == new ? row.shown(then) : old)
  }

  private func shown(_ value: String, _ row: Hyperparameter) -> String {
    row.kind == .number ? Double(value).map(text) ?? value : value
  }

  private func text(_ rate: Double) -> String { Figure.rate(rate) }
}
