internal import Moves

/// What the person has open, for those who watch it later.
extension App {
  /// Nil while nobody keeps it, or it is as it was.
  var changedView: View? {
    guard abilities.contains(.showing) else { return nil }
    return view == shownView ? nil : view
  }

  var view: View {
    View(
      panel: panels.visible.first?.rawValue, explained: explained, page: breakPage,
      guess: broken?.guess)
  }

  /// Who plays a recording as it was made sees what its maker had open; at another pace only what
  /// was guessed, and the verdict.
  mutating func follow(_ view: View) {
    broken?.guess = view.guess
    defer { if view.isVerdict { broken?.isTold = true } }
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
    if isAsMade, watched.count == 1 { watch.choose(watched[0].place, stage.stepSoFar) }
    watch.retake(moves)
    watch.take(watched, stage.stepSoFar)
  }

  private var isAsMade: Bool { drive.isRunning && drive.isAsRecorded }

  mutating func openVerdict(_ page: BreakPage = .verdict(scroll: 0)) {
    drive.dropQueue()
    drive.isRunning = false
    breakPage = page
  }
}
