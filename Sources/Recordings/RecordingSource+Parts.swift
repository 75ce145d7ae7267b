internal import Moves
internal import Wire

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
    question = nil
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
  func relearn(_ tell: (News) -> Void) {
    guard let place = segment.learned.last(where: { $0 < cursor }),
      case .learned(let known)? = store.event(at: place, in: nil), known != facts
    else { return }
    learn(known, tell)
  }

  /// What is known of the run from here on.
  func learn(_ known: RunFacts, _ tell: (News) -> Void) {
    learn(known)
    tell(.learned(known))
  }

  private func learn(_ known: RunFacts) {
    facts = known
    context = WireContext(known, reading: reading)
  }

  /// Goes back behind where this part begins.
  func leaveBack(_ tell: (News) -> Void) {
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
