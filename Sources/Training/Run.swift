public import Moves

/// What is made move by move, can be kept at any move and gone on from: a trainer, or one with a
/// mistake beside its twin.
public protocol Run: AnyObject {
  /// The one that is watched.
  var trainer: Trainer { get }

  /// Makes exactly one move. The step is complete with the report that has a summary.
  func advance() -> MoveReport

  /// Makes the rest of the step and tells nothing of it but a move that left the finite numbers, which
  /// is then the last. `lastSummary` has what a complete step came to.
  func finishStep() -> MoveReport?

  /// What the step completed last came to; nil before the first.
  var lastSummary: StepSummary? { get }

  /// Whether an evaluation will be due when the step in progress is complete.
  var nextStepIsEvaluated: Bool { get }

  /// The loop's detour, as its recipe has it.
  /// - Parameter goesOn: asked between two batches, since it may take long; false gives it up.
  func evaluate(goesOn: () -> Bool) -> EvaluationReport

  /// All that is needed to go on from here, wherever in a step that is.
  func snapshot() -> Snapshot

  /// Goes on from `snapshot`, which is of this run.
  func restore(_ snapshot: Snapshot)
}

extension Trainer: Run {
  public var trainer: Trainer { self }

  public func evaluate(goesOn: () -> Bool) -> EvaluationReport {
    evaluate(isTwice: false, goesOn: goesOn)
  }
}

extension Run {
  public func evaluate() -> EvaluationReport { evaluate(goesOn: { true }) }
}
