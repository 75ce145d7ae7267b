internal import Moves
internal import Platform
internal import Wire

/// Onward through the file, a stop at a time, as the run made them.
extension RecordingSource {
  /// - Parameter isAsMade: whether what the person opened is a stop of its own, at its own time.
  func move(isAsMade: Bool = false, _ goesOn: () -> Bool, _ tell: (News) -> Void) {
    while goesOn() {
      guard let event = nextEvent() else {
        if enterNext(tell) || !waits(goesOn, tell) { return }
        continue
      }
      if case .view(let view) = event {
        let opens = isHalt(event)
        show(view, isAsMade: isAsMade, tell)
        if isAsMade || opens { return }
        continue
      }
      if play(event, tell) { return absorb(isAsMade: isAsMade, tell) }
    }
  }

  /// The rest of a step, and the evaluation after it.
  func step(_ goesOn: () -> Bool, _ tell: (News) -> Void) {
    let (made, part) = (made, part)
    while goesOn(), self.made == made, self.part == part {
      let before = cursor
      move(goesOn, tell)
      if cursor == before || question?.isOpen == true { return }
    }
    playAsides(tell)
  }

  /// Whole steps, of which only the last one's moves are looked at.
  func steps(
    atMost most: Int, seconds: Double, _ goesOn: () -> Bool, _ tell: (News) -> Void
  ) {
    playAsides(tell)
    if isLive { absorb(tell) }
    let (end, origin) = (Platform.now() + seconds, cursor)
    var (summaries, passed): ([StepSummary], [Line.Event]) = ([], [])
    /// Where the lines of the last step stand, and where the next one's begin.
    var (last, begin) = (cursor..<cursor, cursor)
    while summaries.count < most, let found = nextLine() {
      let kind = found.bytes.map(LineKind.init) ?? .move
      if kind == .other {
        guard let event = event(found), isAttached(event) else { break }
        passed.append(event)
        cursor = found.end
        if isHalt(event) { break }
        continue
      }
      cursor = found.end
      guard kind == .step, let summary = summary(found), summary.step > now.completedSteps else {
        continue
      }
      summaries.append(summary)
      (now, made) = (Moment(completedSteps: summary.step), made + 1)
      (last, begin) = (begin..<found.end, found.end)
      if Platform.now() >= end { break }
    }
    if summaries.isEmpty, isLive, !hasMore { return cursor = origin }
    if summaries.isEmpty, passed.isEmpty { return move(goesOn, tell) }
    tell(.ran(summaries, lastMoves: moves(in: last)))
    for summary in summaries { compare(summary) }
    let opens = passed.last.map(isHalt) ?? false
    for event in passed { take(event, tell) }
    if opens { return tellFindings(tell) }
    absorb(tell)
    playAsides(tell)
  }

  /// Waits a moment for what is still being written; false where nothing comes.
  private func waits(_ goesOn: () -> Bool, _ tell: (News) -> Void) -> Bool {
    if isLive || !waitsForMore { return false }
    guard isGrowing else {
      let isCut = store.size < index.place
      tell(.ended(isCut ? "The file was cut short since it was read." : "The recording ends here."))
      return false
    }
    let known = index.place
    for _ in 0..<Self.patience where goesOn() {
      grow(tell)
      if index.place > known { return true }
      usleep(20_000)
    }
    return false
  }

  /// Looks at the file, 20 ms apart.
  private static var patience: Int { 10 }

  func nextLine() -> LineStore.Found? {
    cursor < segment.end ? store.line(at: cursor) : nil
  }

  /// The next line of this part that tells something.
  private func nextEvent() -> Line.Event? {
    while let found = nextLine() {
      cursor = found.end
      if let event = event(found) { return event }
    }
    return nil
  }

  func event(_ found: LineStore.Found) -> Line.Event? {
    found.bytes.flatMap { try? Line.read($0, in: context).event }
  }

  private func summary(_ found: LineStore.Found) -> StepSummary? {
    if case .step(let summary)? = event(found) { summary } else { nil }
  }

  /// Tells what a line tells; false where that is no stop.
  func play(_ event: Line.Event, _ tell: (News) -> Void) -> Bool {
    switch event {
    case .move(let report): return play(report, tell)
    case .step(let summary):
      guard summary.step > now.completedSteps else { return false }
      reach(summary)
      tell(.ran([summary], lastMoves: []))
    case .evaluation(let report) where report.step != now.completedSteps:
      comparison?.append(report)
      return false
    case .evaluation(let report):
      tell(.evaluating(step: report.step))
      tell(.evaluated(report))
      comparison?.append(report)
      tellFindings(tell)
    case .sample(let report):
      tell(.sampling(step: report.step))
      tell(.sampled(report))
    case .check(let check): tell(.checked(check))
    case .end(let why): tell(.ended(why))
    case .watch, .view, .signs, .learned, .evaluating, .released, .driver, .noted:
      take(event, tell)
      return false
    case .run, .broke, .mended, .rank, .present, .retold, .unknown: return false
    }
    return true
  }

  func play(_ report: MoveReport, _ tell: (News) -> Void) -> Bool {
    var report = report
    guard report.step > now.completedSteps else { return false }
    if let found = nextLine(), let summary = summary(found), summary.step == report.step {
      report.summary = summary
      cursor = found.end
    }
    guard Moment(after: report) > now else { return false }
    if let summary = report.summary { reach(summary) } else { now = Moment(after: report) }
    tell(.moved(report))
    return true
  }

  private func reach(_ summary: StepSummary) {
    (now, made) = (Moment(completedSteps: summary.step), made + 1)
    compare(summary)
  }

  private func compare(_ summary: StepSummary) {
    compared(summary)
    comparedPlace = max(comparedPlace, cursor)
  }

  func compared(_ summary: StepSummary) {
    guard summary.step > comparedSteps else { return }
    comparison?.append(summary)
    comparedSteps = summary.step
  }
}
