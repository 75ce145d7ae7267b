internal import Canvas
internal import Moves

/// Choosing inside a panel.
extension App {
  /// The panel that the arrow keys go to: the first that can be seen and has a choice.
  var listener: Panel? {
    if let called, panels.isShown(called) { return called }
    return panels.visible.first(where: hasChoice)
  }

  private func hasChoice(_ panel: Panel) -> Bool {
    switch panel {
    case .life, .words, .code: true
    case .reading: examples > 1
    case .move, .numbers, .layers, .twin, .signs, .ranks, .output: false
    }
  }

  /// How many examples of the micro-batch can be looked at.
  private var examples: Int {
    guard case .text(let reading) = run.stage.reading else { return 0 }
    return reading.examples.count
  }

  /// Says in the panel's title that the arrow keys go to it.
  func markListener(_ panel: Panel, on frame: inout Frame) {
    guard listener == panel, panels.visible.count > 1 else { return }
    let mark = glyphs.isASCII ? "up/dn" : "↑↓"
    frame.write(mark, x: frame.width - mark.unicodeScalars.count, y: 0, .key)
  }

  mutating func choose(by change: Int) {
    switch listener {
    case .life:
      watch.choose(Watch.place(change, from: watch.chosen, run.facts), run.stage.stepSoFar)
    case .words: glossary.scroll(by: change)
    case .reading: example = (min(example, examples - 1) + change + examples) % examples
    case .code: prefersSwift = change > 0
    default: options.remark = "There is nothing to choose here: tab shows the next panel."
    }
  }

  mutating func turnPage(by change: Int) {
    switch listener {
    case .life:
      watch.choose(Watch.tensor(change, from: watch.chosen, run.facts), run.stage.stepSoFar)
    case .words: glossary.scroll(by: 5 * change)
    default: choose(by: change)
    }
  }

  mutating func chooseMostMoved() {
    call(.life)
    if run.stage.latest[.step] == nil { options.remark = Self.noneMoved }
    watch.open(run.stage)
    watch.chooseMostMoved(run.stage)
  }

  /// Who asked for it before anything had moved is shown it now.
  mutating func chooseFirstMoved() {
    guard options.remark == Self.noneMoved, run.stage.latest[.step] != nil else { return }
    options.remark = nil
    watch.chooseMostMoved(run.stage)
  }

  private static let noneMoved = "No parameter has moved yet: step is the move that moves them."

  private mutating func call(_ panel: Panel) {
    panels.show(panel)
    called = panel
  }

  mutating func turnPanels(by change: Int) {
    panels.turn(by: change)
    called = nil
  }

  mutating func find() {
    call(.life)
    search = ParameterSearch()
  }

  /// What is typed while a parameter is looked for.
  mutating func type(_ key: Key) {
    switch key {
    case .character(let scalar): search?.text.unicodeScalars.append(scalar)
    case .paste(let text): search?.paste(text)
    case .backspace: _ = search?.text.popLast()
    case .enter:
      if case .found(let place) = search?.answer(in: run.facts) {
        watch.choose(place, run.stage.stepSoFar)
      }
      search = nil
    case .escape: search = nil
    case .report: break
    default: options.remark = "\(key.name) changes nothing in the search."
    }
  }
}
