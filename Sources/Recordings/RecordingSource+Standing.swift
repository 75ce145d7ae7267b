public import Moves
internal import Wire

/// Straight to one moment, as if nothing lay beyond it.
extension RecordingSource {
  /// Stands after so many steps, or in the last of them after a move. Where the run was there more
  /// than once, since its loop was broken, mended or begun anew, the last time counts.
  /// - Returns: false where it never was.
  public func stand(after step: Int, move: Move? = nil, _ tell: (News) -> Void) -> Bool {
    grow { _ in }
    guard let last = index.segments.lastIndex(where: { $0.reaches(step) }) else { return false }
    let first = index.segments[...last].lastIndex { $0.kind == .run } ?? 0
    foretells = false
    for place in first..<last {
      part = place
      begin(tell)
      let left = index.segments[place + 1].leavesAfter.map { steps(upTo: $0) }
      stand(afterStepsOfPart: left ?? segment.steps, tell)
    }
    part = last
    begin(tell)
    enterBrokenStart(tell)
    guard stand(here: step, move, tell) else { return false }
    if hasPassedVerdict { tell(.viewed(View(page: .verdict(scroll: 0), guess: guess))) }
    return true
  }

  /// The step nearest to this one after which the run stood.
  public func nearestStep(to step: Int) -> Int {
    let known = index.segments.filter { $0.steps > 0 }
      .map { min(max(step, $0.base + 1), $0.lastStep) }
    let near = known.min { abs($0 - step) < abs($1 - step) } ?? 0
    guard let holder = index.segments.lastIndex(where: { $0.reaches(near) }) else { return near }
    part = holder
    let count = steps(upTo: near)
    let beside = [count, min(count + 1, segment.steps)].map { locate(after: $0).step }
    return beside.filter { $0 > 0 }.min { abs($0 - step) < abs($1 - step) } ?? near
  }

  private func stand(here step: Int, _ move: Move?, _ tell: (News) -> Void) -> Bool {
    let count = steps(upTo: move == nil ? step : step - 1)
    guard let move else {
      guard locate(after: count).step == step else { return false }
      stand(afterStepsOfPart: count, tell)
      return true
    }
    let moves = moves(ofStep: step, after: count)
    guard let last = moves.lastIndex(where: { $0.move == move }) else { return false }
    if moves[last].completesStep { return stand(here: step, nil, tell) }
    stand(afterStepsOfPart: count, moves: last + 1, tell)
    return true
  }

  private func moves(ofStep step: Int, after count: Int) -> [MoveReport] {
    var (moves, place): ([MoveReport], Int) = ([], locate(after: count).place)
    while place < segment.end, let found = store.line(at: place) {
      place = found.end
      guard case .move(let report)? = event(found) else {
        if LineKind(found.bytes ?? []) == .step { break }
        continue
      }
      guard report.step == step else { break }
      moves.append(report)
    }
    return moves
  }

  /// What came before is told of, and nothing of what comes later.
  private func stand(afterStepsOfPart count: Int, moves: Int = 0, _ tell: (News) -> Void) {
    cursor = locate(after: count).place
    passAsides()
    foretell(to: cursor, tell)
    arrive(after: count, moves: moves, tell)
  }
}

extension Segment {
  /// Whether the run stood after this step in it. One that goes on from another's step begins behind it.
  fileprivate func reaches(_ step: Int) -> Bool {
    lastStep >= step && (kind == .run ? step >= base : step > base)
  }
}
