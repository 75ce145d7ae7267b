internal import Moves

/// What the person has open, for those who watch it later.
extension App {
  /// Nil while nobody keeps it, or it is as it was.
  var changedView: View? {
    guard abilities.contains(.showing) else { return nil }
    let view = View(panel: panels.visible.first?.rawValue, explained: explained)
    return view == shownView ? nil : view
  }

  /// Who plays a recording as it was made sees what its maker had open.
  mutating func follow(_ view: View) {
    guard drive.isRunning, drive.isAsRecorded else { return }
    explained = view.explained
    view.panel.flatMap(Panel.init).map { panels.show($0) }
  }
}
