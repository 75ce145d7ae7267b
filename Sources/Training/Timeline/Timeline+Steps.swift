public import Moves

extension Timeline {
  /// Makes the rest of the step, telling of each move; where a figure is infinite or not a number
  /// for the first time, that move is the last.
  public func finishStep(_ tell: (MoveReport) -> Void) {
    let wasFinite = isFinite
    while true {
      let report = advance()
      tell(report)
      if report.completesStep || wasFinite && !isFinite { return }
    }
  }

  /// Makes whole steps in a row, up to the one that `isLast` names, that an evaluation follows, or
  /// that leaves the finite numbers. Only the last one's readings are ever seen, so the others make
  /// none.
  /// - Parameter isLast: asked before each step, with the number of those made.
  public func makeSteps(isLast: (_ made: Int) -> Bool) -> Stretch {
    var stretch = Stretch()
    var isOver = false
    while !isOver {
      isOver = isLast(stretch.summaries.count) || run.nextStepIsEvaluated
      trainer.makesReadings = isOver
      let wasFinite = isFinite
      if isOver || !wasFinite || moment.moves > 0 {
        stretch.lastMoves = []
        finishStep { stretch.lastMoves.append($0) }
        if let summary = stretch.lastMoves.last?.summary { stretch.summaries.append(summary) }
      } else {
        let lost = makeStepUntold()
        let summary = lost == nil ? run.lastSummary : lost?.summary
        stretch.summaries += summary.map { [$0] } ?? []
      }
      guard wasFinite, !isFinite else { continue }
      isOver = true
      stretch.lastMoves = movesToHere()
    }
    trainer.makesReadings = true
    return stretch
  }
}

/// Whole steps that were made in a row.
public struct Stretch: Sendable {
  /// What each came to.
  public var summaries: [StepSummary] = []
  /// The moves of the last one; where the run left the finite numbers, those of the last complete
  /// step and of the one in progress.
  public var lastMoves: [MoveReport] = []
}
