internal import Moves
internal import Training

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

  /// Nil for a move that one can go on from. An error that PyTorch would raise is what many a
  /// mistake is told by; only where memory runs out it ends the run.
  init?(_ report: MoveReport, of run: any Run) {
    guard report.nonFinite != nil || run.trainer.exhaustion != nil else { return nil }
    self.init(report, of: run is Twin ? .broken : .training)
  }

  /// A loop beside a twin that is lost has nothing to be compared with.
  init?(lost twin: Twin) {
    guard let report = twin.lostTwin else { return nil }
    self.init(report, of: .twin)
  }

  private init?(_ report: MoveReport, of runner: Runner) {
    (self.report, self.runner) = (report, runner)
    guard let trouble = report.trouble else { return nil }
    let planned = report.planned
    let part =
      planned.isOfPart && planned.move.isOfMicroBatch ? ", micro-batch \(planned.microBatch)" : ""
    words =
      "\(runner.rawValue) stopped in \(planned.move.part) of step \(report.step)\(part)\(trouble)"
  }

  var description: String { advice.isEmpty ? words : "\(words) \(advice)" }

  /// Whether a step went too far, which one with a lower rate does not.
  var isOfTheRate: Bool {
    let norms = [report.update?.updateNorm, report.update?.parameterNorm]
    return norms.contains { $0?.isFinite == false }
  }
}

extension MoveReport {
  /// Why one cannot go on from it, after the words that say where.
  fileprivate var trouble: String? {
    if case .failed(let reason) = outcome { return ", which could not be made. \(reason)" }
    return nonFinite.map { ": the \($0.name) became \($0.value.spelled), \($0.value.trouble)." }
  }
}
