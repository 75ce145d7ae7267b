internal import Moves
internal import Wire

/// What lies between two moves: what the person had open, evaluations, what was found.
extension RecordingSource {
  /// What belongs to the stop that was just made.
  func absorb(isAsMade: Bool = false, _ tell: (News) -> Void) {
    tellFindings(tell)
    while let found = nextLine(), let bytes = found.bytes, LineKind(bytes) == .other {
      guard let event = event(found), isAttached(event), !(isAsMade && event.isView),
        !putsAway(event)
      else { break }
      cursor = found.end
      let opens = isHalt(event)
      take(event, tell)
      if opens { return }
    }
    tellVerdictIfDue(tell)
  }

  func isAttached(_ event: Line.Event) -> Bool {
    switch event {
    case .watch, .view, .signs, .learned, .evaluating, .released, .driver, .noted, .unknown: true
    default: false
    }
  }

  func take(_ event: Line.Event, _ tell: (News) -> Void) {
    switch event {
    case .watch(let watched): tell(.watching(watched))
    case .view(let view): show(view, tell)
    // Where it was, it is followed by what came of it.
    case .released where isLive && cursor > releasesTold:
      releasesTold = cursor
      tell(.driven(.nobody))
    case .evaluating(let step): if isLive { tell(.evaluating(step: step)) }
    case .noted(let words): tell(.noted(words))
    case .signs(let line):
      findings = line
      if comparison == nil { tellSigns(line, tell) } else { tellFindings(tell) }
    case .learned(let known): learn(known, tell)
    default: return
    }
  }

  func tellFindings(_ tell: (News) -> Void) {
    guard let comparison else { return }
    tell(
      .found(
        Findings(
          comparison: comparison, signs: findings?.signs ?? [], ending: findings?.ending)))
  }

  /// Evaluations that the loop itself had come to are a part of its way.
  func playAsides(_ tell: (News) -> Void) {
    while let found = nextLine(), let bytes = found.bytes, LineKind(bytes) == .other,
      let event = event(found)
    {
      switch event {
      case .evaluation(let report) where report.isScheduled: break
      case .end where isLive: break
      case .view where putsAway(event): return tellVerdictIfDue(tell)
      case let other where isAttached(other): break
      default: return tellVerdictIfDue(tell)
      }
      cursor = found.end
      let opens = isHalt(event)
      _ = play(event, tell)
      if opens { return }
    }
    tellVerdictIfDue(tell)
  }

  /// At another pace than its own a verdict shows once, and not that it was scrolled.
  func show(_ view: View, isAsMade: Bool = false, _ tell: (News) -> Void) {
    if view.isVerdict, isVerdictTold, !isAsMade { return }
    question = view.question
    isOnPage = view.page != nil || view.question?.isAwaited == false
    isVerdictTold = isVerdictTold || view.isVerdict
    tell(.viewed(view))
  }

  /// Where nobody sat before the run, what happened is told as soon as it is due.
  private func tellVerdictIfDue(_ tell: (News) -> Void) {
    guard let comparison, !tellsViews, !isVerdictTold, now.moves == 0 else { return }
    let isDue = now.completedSteps >= segment.base + comparison.stepsToGuess
    guard isDue || findings?.ending != nil, !isEvaluationNext else { return }
    show(View(page: .verdict(scroll: 0)), tell)
  }

  /// Whether it shows for the first time what happened, what a class was asked, or the answer.
  func isHalt(_ event: Line.Event) -> Bool {
    guard case .view(let view) = event else { return false }
    return view.isVerdict && !isVerdictTold || view.question?.isNews(after: question) == true
  }

  /// Whether a question or its answer, which is looked at here, goes with it: that comes with the next
  /// stop.
  private func putsAway(_ event: Line.Event) -> Bool {
    guard case .view(let view) = event, let question, !question.isAwaited else { return false }
    return view.question?.number != question.number || view.question?.isOpen != question.isOpen
  }

  private var isEvaluationNext: Bool {
    guard let found = nextLine(), let bytes = found.bytes, LineKind(bytes) == .other,
      case .evaluation(let report)? = event(found)
    else { return false }
    return report.step == now.completedSteps
  }
}

extension Line.Event {
  fileprivate var isView: Bool {
    if case .view = self { true } else { false }
  }
}
