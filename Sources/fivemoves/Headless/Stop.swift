internal import Moves

/// Why training without a screen ends before its last step: a figure that is infinite or not a
/// number, or a move that could not be made.
struct Stop: Error, CustomStringConvertible {
  let report: MoveReport
  let runner: Runner
  /// What happened, and where.
  let words: String
  /// What is kept, and the way on.
  var advice = ""

  /// Whose move it was.
  enum Runner: String {
    case training
    case broken = "the broken run"
    case twin = "the twin"
  }

  /// Nil for a move that one can go on from.
  init?(_ report: MoveReport, of runner: Runner = .training) {
    (self.report, self.runner) = (report, runner)
    let planned = report.planned
    let isOneOfMany = planned.microBatches > 1 && planned.move.isOfMicroBatch
    let part = isOneOfMany ? ", micro-batch \(planned.microBatch)" : ""
    let place = "\(runner.rawValue) stopped in \(planned.move.part) of step \(report.step)\(part)"
    if case .failed(let reason) = report.outcome {
      words = "\(place), which could not be made. \(reason)"
    } else if let figure = report.nonFinite {
      let value = figure.value
      words = "\(place): the \(figure.name) became \(value.spelled), \(value.trouble)."
    } else {
      return nil
    }
  }

  var description: String { advice.isEmpty ? words : "\(words) \(advice)" }

  func advice(keptIn path: String) -> String {
    guard report.nonFinite != nil else { return "\(path) keeps the state before that step." }
    return "\(path) keeps the state before that step, the last one that is finite. Try a lower "
      + "--learning-rate, from there with --resume \(path) or from the start."
  }
}
