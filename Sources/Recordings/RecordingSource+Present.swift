public import Moves

/// To where a screen elsewhere stands, in the loop that runs there now.
extension RecordingSource {
  /// - Parameter turns: how often that run's loop was broken or mended.
  /// - Returns: false where it is not told of yet.
  public func stand(with moment: Moment, turns: Int, _ tell: (News) -> Void) -> Bool {
    let first = index.segments.lastIndex { $0.kind == .run } ?? 0
    let last = first + turns
    guard last < index.segments.count,
      index.segments[last].isTold(moment)
    else { return false }
    if part < first || part > last {
      part = first
      begin(tell)
    }
    while part < last { guard enterNext(tell) else { return false } }
    if now == moment { return true }
    arrive(after: steps(upTo: moment.completedSteps), moves: moment.moves, tell)
    return true
  }
}

extension Segment {
  fileprivate func isTold(_ moment: Moment) -> Bool {
    base...lastStep ~= moment.completedSteps
  }
}
