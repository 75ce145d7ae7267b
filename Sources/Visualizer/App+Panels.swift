internal import Canvas
internal import Moves

extension App {
  /// The panels beside the chart.
  func drawPanels(on frame: inout Frame, in layout: Layout) {
    for column in layout.columns {
      frame.verticalRule(x: column.x - 2, y: column.y, height: column.height, glyphs: glyphs)
    }
    let shown = panels.shown(in: layout.places)
    let seen = inPanels
    let areas = layout.areas(for: shown.count)
    for (panel, area) in zip(shown, areas) { seen.draw(panel, on: &frame, in: area) }
    for area in areas where layout.columns.contains(where: { $0.y < area.y && $0.x == area.x }) {
      divide(above: area, on: &frame)
    }
  }

  /// A rule from one upright rule to the next, or to the edge, and joined to both.
  private func divide(above area: Layout.Area, on frame: inout Frame) {
    let (y, left, right) = (area.y - 1, area.x - 2, area.x + area.width + 1)
    let isJoined = frame[left, y].glyph == glyphs.leftTick
    frame.horizontalRule(
      x: left + 1, y: y, width: min(right, frame.width) - left - 1, glyphs: glyphs)
    frame[left, y] = Cell(isJoined ? glyphs.cross : glyphs.rightTick, .dim)
    if right < frame.width { frame[right, y] = Cell(glyphs.leftTick, .dim) }
  }

  /// The chosen panel in the chart's place, on a screen too narrow for both.
  func drawFront(on frame: inout Frame, in layout: Layout) {
    for panel in panels.shown(in: 1) { inPanels.draw(panel, on: &frame, in: layout.chart) }
  }

  private func draw(_ panel: Panel, on frame: inout Frame, in area: Layout.Area) {
    frame.place(panelFrame(panel, width: area.width, height: area.height), in: area)
  }

  func panelFrame(_ panel: Panel, width: Int, height: Int) -> Frame {
    switch panel {
    case .code:
      CodePanel(
        run: run.facts, stage: run.stage, glyphs: glyphs, prefersSwift: prefersSwift,
        isPassing: isPassing,
        isListening: listener == .code
      ).frame(width: width, height: height)
    case .reading: readingFrame(width: width, height: height)
    case .move: MovePanel(app: self).frame(width: width, height: height)
    case .numbers: numbersFrame(width: width, height: height)
    case .life: LifePanel(app: self).frame(width: width, height: height)
    case .layers: LayersPanel(app: self).frame(width: width, height: height)
    case .words: WordsPanel(app: self).frame(width: width, height: height)
    case .twin: twinFrame(width: width, height: height)
    case .ranks:
      RanksPanel(first: ownRank, others: ranks).frame(width: width, height: height)
    case .output:
      OutputPanel(lines: printed, name: run.facts.name, glyphs: glyphs).frame(
        width: width, height: height)
    case .signs: SignsPanel(signs: run.signs).frame(width: width, height: height)
    }
  }

  private func twinFrame(width: Int, height: Int) -> Frame {
    guard let broken = run.broken else { return Frame(width: width, height: height) }
    return TwinPanel(
      broken: broken, glyphs: glyphs, step: run.now.completedSteps,
      lossMoment: run.facts.recipe.lossMoment,
      guesser: guesser
    ).frame(width: width, height: height)
  }

  private func readingFrame(width: Int, height: Int) -> Frame {
    switch run.stage.picture {
    case .text(let reading):
      ReadingPanel(app: self, examples: reading.examples).frame(width: width, height: height)
    case .line(let reading):
      LinePanel(app: self, reading: reading).frame(width: width, height: height)
    case .map(let reading):
      MapPanel(app: self, reading: reading).frame(width: width, height: height)
    case nil: Frame(width: width, height: height)
    }
  }

  private func numbersFrame(width: Int, height: Int) -> Frame {
    guard case .line(let reading) = run.stage.reading else {
      return Frame(width: width, height: height)
    }
    return NumbersPanel(app: self, reading: reading).frame(width: width, height: height)
  }
}
