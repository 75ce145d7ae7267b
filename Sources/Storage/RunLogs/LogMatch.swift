import JSONText
import Moves
import Wire

/// Whether a log is that of the run that a checkpoint is of.
struct LogMatch {
  let log: LogRemainder
  /// What the run was in the checkpoint.
  let then: JSON
  let step: Int
  /// The loss of that step; nil where the checkpoint does not say.
  let loss: String?

  /// What keeps the run from going on in it; nil where nothing does.
  var difference: String? {
    guard let last = log.run.flatMap(LogRecord.read) else { return nil }
    let held = log.runOfStep.flatMap(LogRecord.read)
    return LogRecord.difference(held ?? last, then, of: Self.fixed) ?? gap(last)
      ?? settings(held, last) ?? otherLoss
  }

  /// An older log may begin in the middle of a run and not say what changed there.
  private func settings(_ held: JSON?, _ last: JSON) -> String? {
    let known = [held, last, LogRecord.before(last, after: step)].compactMap { $0 }
    guard held != nil || LogRecord.resumedStep(last) != nil || step == 0 else { return nil }
    let differences = known.map { LogRecord.difference($0, then, of: Self.all) }
    return differences.contains(nil) ? nil : differences[0]
  }

  private func gap(_ last: JSON) -> String? {
    let resumed = LogRecord.resumedStep(last) ?? 0
    let begin = log.firstStep.map { $0 - 1 } ?? resumed
    if begin > step {
      return "it begins after step \(begin), and this run goes on after step \(step)"
    }
    let end = max(log.lastStep ?? 0, resumed)
    guard end < step else { return nil }
    return "it ends at step \(end), and this run goes on after step \(step)"
  }

  private var otherLoss: String? {
    guard let loss, let found = log.loss, found != loss else { return nil }
    return "the loss of its step \(step) is \(quoted(found)), not \(quoted(loss))"
  }

  /// What no run changes on its way.
  private static let fixed =
    ["lesson", "break"] + Hyperparameter.all.filter { $0.traits.contains(.fixed) }.map(\.name)

  private static let all =
    Hyperparameter.all.map(\.name) + ["data", "parameter_count", "shapes", "vocabulary"]
}
