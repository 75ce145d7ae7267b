internal import Moves

/// What the person has open, for those who watch it later.
extension App {
  /// Nil while nobody keeps it, or it is as it was.
  var changedView: View? {
    guard abilities.contains(.showing) else { return nil }
    var kept = view
    (kept.question, kept.former) = (question, former)
    if question?.isOpen == true { kept.question = question?.untallied }
    return kept == shownView ? nil : kept
  }

  var view: View {
    View(
      panel: panels.visible.first?.rawValue, explained: explained, page: breakPage,
      guess: run.broken?.guess)
  }

  /// Who plays a recording as it was made sees what its maker had open; at another pace only what
  /// was guessed or asked, and the verdict.
  mutating func follow(_ view: View) {
    run.broken?.guess = view.guess
    if !isAsMade, view.question?.isNews(after: question) == true { drive.stop() }
    (question, former) = (view.question, view.former)
    defer { if view.isVerdict { run.broken?.isTold = true } }
    if isAsMade {
      (explained, breakPage) = (view.explained, view.page)
      panels.lead(with: view.panel.flatMap(Panel.init))
    } else if let page = view.page, page.isVerdict {
      light(playback.skip())
      openVerdict(page)
    }
  }

  /// The parameter that its maker had chosen is told of alone, but for a network of few.
  mutating func follow(_ watched: [WatchedParameter], _ moves: [MoveReport]) {
    if isAsMade, watched.count == 1 { watch.choose(watched[0].place, run.stage.stepSoFar) }
    if playback.holdsMove, abilities.contains(.watching) { return followWithLights(moves) }
    watch.retake(moves)
    watch.take(watched, run.stage.stepSoFar)
  }

  /// The moves that are still to be lit tell of it when they are.
  private mutating func followWithLights(_ moves: [MoveReport]) {
    // Somebody was in a hurry: it is asked again.
    guard !moves.isEmpty else { return watch.goOn() }
    playback.retell(moves)
    watch.retake(moves.filter { Moment(after: $0) <= run.now })
  }

  private var isAsMade: Bool { drive.isRunning && drive.isAsRecorded }

  mutating func openVerdict(_ page: BreakPage = .verdict(scroll: 0)) {
    drive.stop()
    breakPage = page
  }
}
