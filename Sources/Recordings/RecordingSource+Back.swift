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
    isVerdictTold = false
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
      if event.map(opensVerdict) ?? false { break }
      if case .watch(let told)? = event { watched = told }
      cursor = found.end
    }
    return watched
  }
}

/// From one part of the file to another.
extension RecordingSource {
  /// Begins the next part; false where there is none.
  func enterNext(_ tell: (News) -> Void) -> Bool {
    if part < entered { return goOnBehind() }
    guard part + 1 < index.segments.count else { return false }
    let next = index.segments[part + 1]
    if let step = next.leavesAfter, now != Moment(completedSteps: step) {
      arrive(after: steps(upTo: step), tell)
    }
    part += 1
    begin(tell)
    enterBrokenStart(tell)
    return true
  }

  /// What sets out broken begins there, not at the good loop of no steps before it.
  @discardableResult
  func enterBrokenStart(_ tell: (News) -> Void) -> Bool {
    guard part + 1 < index.segments.count, setsOutBroken(part + 1) else { return false }
    part += 1
    begin(tell)
    return true
  }

  private func setsOutBroken(_ part: Int) -> Bool {
    part > 0 && index.segments[part].header == index.segments[part - 1].header
  }

  /// Tells how this part begins.
  func begin(_ tell: (News) -> Void) {
    entered = part
    (cursor, made, now) = (segment.body, 0, Moment(completedSteps: segment.base))
    (comparison, findings, guess) = (nil, nil, nil)
    (isVerdictTold, hasPassedVerdict, signsTold) = (false, false, 0)
    (comparedSteps, comparedPlace) = (segment.base, segment.body)
    switch store.event(at: segment.header, in: nil) {
    case .run(let line)?: begin(line, tell)
    case .broke(let line)?: breakLoop(line.breakage, line.facts, tell)
    case .mended(let line)?:
      learn(line.facts)
      tell(.mended(line.mending, line.facts))
    default: return
    }
    if foretells { foretell(to: segment.end, tell) }
  }

  private func begin(_ line: RunLine, _ tell: (News) -> Void) {
    if segment.kind == .broken, let breakage = line.breakage {
      return breakLoop(breakage, line.facts, tell)
    }
    (reading, tellsViews) = (line.reading, line.tellsViews)
    learn(line.good ?? line.facts)
    tell(.started(facts, reading))
    if segment.base > 0 { tell(.travelled(Arrival(moment: now, moves: []))) }
  }

  private func breakLoop(_ breakage: Breakage, _ broken: RunFacts, _ tell: (News) -> Void) {
    learn(broken)
    let steps = breakage.stepsToGuess(in: broken.settings.steps ?? .max, from: segment.base)
    comparison = Comparison(breakage, badBatch: broken.recipe.badBatch, stepsToGuess: steps)
    tell(.broke(breakage, broken))
  }

  /// What was known of the run by here, where more was learned on the way.
  private func relearn(_ tell: (News) -> Void) {
    guard let place = segment.learned.last(where: { $0 < cursor }),
      case .learned(let known)? = store.event(at: place, in: nil), known != facts
    else { return }
    learn(known)
    tell(.learned(known))
  }

  private func learn(_ known: RunFacts) {
    facts = known
    context = WireContext(known, reading: reading)
  }

  /// Goes back behind where this part begins.
  private func leaveBack(_ tell: (News) -> Void) {
    let last = part - (setsOutBroken(part) ? 2 : 1)
    guard last >= 0 else {
      tell(.noted(startWords))
      return arrive(after: 0, tell)
    }
    let first = index.segments[...last].lastIndex { $0.kind == .run } ?? 0
    part = first
    begin(tell)
    while part < last, enterNext(tell) {}
    let left = index.segments[part + 1].leavesAfter
    arrive(after: left.map { steps(upTo: $0) } ?? segment.steps, tell)
  }

  private var startWords: String {
    segment.base == 0
      ? "This is step 0: there is nothing to take back."
      : "This was told from after step \(segment.base.grouped) on: back ends here."
  }

  /// What a broken run and its twin came to between the newest step that was compared and here.
  /// - Parameter end: a place further on, where what lies ahead counts too.
  func compareRest(to end: Int? = nil, _ tell: (News) -> Void) {
    let end = end ?? cursor
    guard comparison != nil, comparedPlace < end else { return }
    var hasView = false
    while comparedPlace < end, let found = store.line(at: comparedPlace) {
      comparedPlace = found.end
      guard let bytes = found.bytes, LineKind(bytes) != .move else { continue }
      switch event(found) {
      case .step(let summary)?: compared(summary)
      case .evaluation(let report)?: comparison?.append(report)
      case .signs(let line)?: findings = line
      case .view(let view)?:
        (guess, hasView) = (view.guess, true)
        hasPassedVerdict = hasPassedVerdict || view.isVerdict
      default: continue
      }
    }
    tellFindings(tell)
    if hasView { tell(.viewed(View(guess: guess))) }
  }
}
