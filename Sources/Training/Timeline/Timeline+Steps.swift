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
}
