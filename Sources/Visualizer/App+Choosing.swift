internal import Canvas
internal import Moves

/// Choosing inside a panel.
extension App {
  /// The panel that the arrow keys go to: the first that can be seen and has a choice.
  var listener: Panel? { panels.visible.first { $0 == .life || $0 == .words } }

  /// Says in the panel's title that the arrow keys go to it.
  func markListener(_ panel: Panel, on frame: inout Frame) {
    guard listener == panel, panels.visible.count > 1 else { return }
    let mark = glyphs.isASCII ? "up/down" : "↑↓"
    frame.write(mark, x: frame.width - mark.unicodeScalars.count, y: 0, .key)
  }

  mutating func choose(by change: Int) {
    switch listener {
    case .life: watch.choose(Watch.place(change, from: watch.chosen, run))
    case .words: glossary.scroll(by: change)
    default: break
    }
  }

  mutating func turnPage(by change: Int) {
    switch listener {
    case .life: watch.choose(Watch.tensor(change, from: watch.chosen, run))
    case .words: glossary.scroll(by: 5 * change)
    default: break
    }
  }

  mutating func chooseMostMoved() {
    panels.show(.life)
    watch.open(stage.latest[.step])
    watch.chooseMostMoved(stage.latest[.step])
  }

  mutating func find() {
    panels.show(.life)
    search = ParameterSearch()
  }

  /// What is typed while a parameter is looked for.
  mutating func type(_ key: Key) {
    switch key {
    case .character(let scalar): search?.text.unicodeScalars.append(scalar)
    case .backspace: _ = search?.text.popLast()
    case .enter:
      if case .found(let place) = search?.answer(in: run) { watch.choose(place) }
      search = nil
    case .escape: search = nil
    default: break
    }
  }
}
