public import Moves

/// To where a screen elsewhere stands, in the loop that runs there now.
extension RecordingSource {
  /// - Parameter turns: how often that run's loop was broken or mended.
  /// - Parameter newest: the newest step that it has reached: both runs are compared up to there.
  /// - Returns: false where it is not told of yet.
  public func stand(
    with moment: Moment, newest: Int, turns: Int, _ tell: (News) -> Void
  ) -> Bool {
    let last = newestRun + turns
    guard last < index.segments.count, part(with: moment, on: road(to: last)) != nil else {
      return false
    }
    if entered < newestRun || entered > last {
      part = newestRun
      begin(tell)
    }
    while entered < last { enter(entered + 1, tell) }
    if now != moment { arrive(at: moment, tell) }
    compareAll(upTo: newest, tell)
    return true
  }

  /// Whether the run that is played was begun anew since.
  public var isDropped: Bool { entered < newestRun }

  private var newestRun: Int { index.segments.lastIndex { $0.kind == .run } ?? 0 }

  private func enter(_ next: Int, _ tell: (News) -> Void) {
    if let step = index.segments[next].leavesAfter, now != Moment(completedSteps: step) {
      arrive(at: Moment(completedSteps: step), tell)
    }
    part = next
    begin(tell)
  }

  private func arrive(at moment: Moment, _ tell: (News) -> Void) {
    part = part(with: moment, on: road(to: entered)) ?? entered
    arrive(after: steps(upTo: moment.completedSteps), moves: moment.moves, tell)
  }

  private func part(with moment: Moment, on road: [Int]) -> Int? {
    road.last { index.segments[$0].isTold(moment) }
  }

  /// The parts that make up what can be gone back through from the last one's end: what was mended by
  /// going back to before it was broken goes on with the good loop of before.
  private func road(to last: Int) -> [Int] {
    var road = [last]
    while let first = road.first, first >= 2, index.segments[first].kind == .mended,
      index.segments[first].leavesAfter == nil
    {
      road.insert(first - 2, at: 0)
    }
    return road
  }

  private func compareAll(upTo step: Int, _ tell: (News) -> Void) {
    guard comparison != nil, part == entered else { return }
    var end = locate(after: steps(upTo: step)).place
    while end < segment.end, let found = store.line(at: end), let bytes = found.bytes,
      LineKind(bytes) == .other
    {
      end = found.end
    }
    compareRest(to: end, tell)
  }
}

/// Looking around alone, as far as the screen elsewhere could go.
extension RecordingSource {
  public func look(_ journey: Journey, _ tell: (News) -> Void) {
    grow(tell)
    let road = road(to: entered)
    let first = Moment(completedSteps: index.segments[road[0]].base)
    let moment: Moment =
      switch journey {
      case .home: first
      case .end: Moment(completedSteps: road.map { index.segments[$0].lastStep }.max() ?? 0)
      case .backStep: Moment(completedSteps: now.completedSteps - (now.moves > 0 ? 0 : 1))
      case .backMove where now.moves > 0:
        Moment(completedSteps: now.completedSteps, moves: now.moves - 1)
      case .backMove:
        Moment(
          completedSteps: now.completedSteps - 1, moves: max(movesOfLastStep.count - 1, 0))
      }
    if journey != .end, now == first { tell(.noted(words(onFirst: road[0]))) }
    arrive(at: max(moment, first), tell)
  }

  private func words(onFirst part: Int) -> String {
    let base = index.segments[part].base
    return switch index.segments[part].kind {
    case .run where base == 0: "This is step 0: there is nothing to take back."
    case .run: "This was told from after step \(base) on: back ends here."
    case .broken: "The loop was broken here, after step \(base): back ends here."
    case .mended: "The loop was mended here, after step \(base): back ends here."
    }
  }

  /// Where the good loop goes on that was gone back in to before it was taken up again.
  func goOnBehind() -> Bool {
    let road = road(to: entered)
    guard let place = road.firstIndex(of: part), place + 1 < road.count else { return false }
    part = road[place + 1]
    made = steps(upTo: now.completedSteps)
    cursor = locate(after: made).place
    return true
  }
}

extension Segment {
  fileprivate func isTold(_ moment: Moment) -> Bool {
    base...lastStep ~= moment.completedSteps
  }
}
