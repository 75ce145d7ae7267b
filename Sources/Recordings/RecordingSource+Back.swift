public import Moves
internal import Wire

/// Back and forth through what was played, and what is known ahead.
extension RecordingSource {
  /// Where it was written up to by now, if that is further on.
  public func goToNewest(_ tell: (News) -> Void) {
    grow(tell)
    if made < segment.steps { arrive(after: segment.steps, tell) }
  }

  /// The newest that shows most: a step whose moves are told, where there is one since; else the
  /// newest, beside what the last such step came to.
  public func follow(_ tell: (News) -> Void) {
    grow(tell)
    if made < segment.stepsToMoves { return arrive(after: segment.stepsToMoves, tell) }
    if made < segment.steps { arrive(after: segment.steps, figuresOf: segment.stepsToMoves, tell) }
  }

  /// Plays what was written to its end, also what stands behind the last step.
  public func goToEnd(_ tell: (News) -> Void) {
    goToNewest(tell)
    var last = -1
    while hasMore, cursor > last {
      last = cursor
      move({ true }, tell)
    }
  }

  func travel(_ journey: Journey, _ tell: (News) -> Void) {
    let isAtStart = made == 0 && now.moves == 0
    switch journey {
    case .end:
      while part + 1 < index.segments.count, enterNext(tell) {}
      arrive(after: segment.steps, tell)
    case .home where isAtStart, .backStep where isAtStart, .backMove where isAtStart:
      leaveBack(tell)
    case .home: arrive(after: 0, tell)
    case .backStep: arrive(after: now.moves > 0 ? made : made - 1, tell)
    case .backMove where now.moves > 0: arrive(after: made, moves: now.moves - 1, tell)
    case .backMove: arrive(after: made - 1, moves: max(movesOfLastStep.count - 1, 0), tell)
    }
  }

  /// Stands after so many of this part's steps, and so many moves of the next.
  /// - Parameter earlier: the step whose moves are told where this one's are not.
  func arrive(
    after steps: Int, moves count: Int = 0, figuresOf earlier: Int? = nil, _ tell: (News) -> Void
  ) {
    (isVerdictTold, question) = (false, nil)
    let mark = locate(after: steps)
    (cursor, made, now) = (mark.place, steps, Moment(completedSteps: mark.step, moves: count))
    relearn(tell)
    var moves = movesOfStep(earlier ?? made)
    for _ in 0..<count { moves += nextMove(of: mark.step + 1).map { [$0] } ?? [] }
    let watched = count == 0 ? passAsides() : nil
    compareRest(tell)
    tell(.travelled(Arrival(moment: now, moves: moves)))
    if let watched { tell(.watching(watched)) }
    tellSignsBefore(tell)
  }

  /// The signs that were skipped on the way here. Going back takes none away: they count up to the
  /// newest step that was seen.
  private func tellSignsBefore(_ tell: (News) -> Void) {
    guard comparison == nil, let place = segment.signs.last(where: { $0 < cursor }),
      place >= signsTold, case .signs(let line)? = store.event(at: place, in: nil)
    else { return }
    tellSigns(line, tell)
  }

  func tellSigns(_ line: SignsLine, _ tell: (News) -> Void) {
    signsTold = cursor
    tell(.signs(line.signs))
  }

  /// Where the line of a step ends, and its number.
  func locate(after steps: Int) -> Segment.Mark {
    var mark = segment.marks[min(steps / Segment.stride, segment.marks.count - 1)]
    var left = steps % Segment.stride
    while left > 0, let found = store.line(at: mark.place), found.end <= segment.end {
      mark.place = found.end
      guard let bytes = found.bytes, LineKind(bytes) == .step,
        case .step(let summary)? = event(found), summary.step > mark.step
      else { continue }
      mark.step = summary.step
      left -= 1
    }
    return mark
  }

  /// The last of this part's steps whose number is at most this one.
  func steps(upTo step: Int) -> Int {
    if segment.isGapless { return min(max(step - segment.base, 0), segment.steps) }
    let known = segment.marks.lastIndex { $0.step <= step } ?? 0
    var steps = known * Segment.stride
    while steps < segment.steps, locate(after: steps + 1).step <= step { steps += 1 }
    return steps
  }

  var movesOfLastStep: [MoveReport] { movesOfStep(made) }

  /// Of this part's steps the one of this number; none before the first.
  private func movesOfStep(_ number: Int) -> [MoveReport] {
    guard number > 0 else { return [] }
    let (start, end) = (locate(after: number - 1).place, locate(after: number).place)
    return moves(in: start..<max(start, end))
  }

  /// The moves that stand between two places; the last one has what the step came to.
  func moves(in lines: Range<Int>) -> [MoveReport] {
    var (moves, place): ([MoveReport], Int) = ([], lines.lowerBound)
    var summary: StepSummary?
    while place < lines.upperBound, let found = store.line(at: place) {
      place = found.end
      switch event(found) {
      case .move(let report): moves.append(report)
      case .step(let found)?: summary = found
      default: continue
      }
    }
    moves.removeAll { $0.step != summary?.step }
    if let last = moves.indices.last { moves[last].summary = summary }
    return moves
  }

  /// Nil where the moves of this step are not told.
  private func nextMove(of step: Int) -> MoveReport? {
    while let found = nextLine() {
      switch event(found) {
      case .move(let report):
        guard report.step <= step else { return nil }
        cursor = found.end
        if report.step == step { return report }
      case .step?: return nil
      default: cursor = found.end
      }
    }
    return nil
  }

  /// What was seen already after this step is not shown again, but for a verdict.
  /// - Returns: what is followed from there on, where that is told there.
  @discardableResult
  func passAsides() -> [WatchedParameter]? {
    var watched: [WatchedParameter]?
    while let found = nextLine(), let bytes = found.bytes, LineKind(bytes) == .other {
      let event = event(found)
      if case .end? = event { break }
      if event.map(isHalt) ?? false { break }
      if case .watch(let told)? = event { watched = told }
      cursor = found.end
    }
    return watched
  }
}
