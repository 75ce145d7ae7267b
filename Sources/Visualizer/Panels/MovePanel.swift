internal import Canvas
internal import Moves

/// One of the five moves explained: what it does, the figures of its last report, its words.
struct MovePanel {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("\(move.number) \(move.name)", x: 0, y: 0, .strong)
    if let report {
      frame.write(app.run.stage.moment(report.step), x: end + 2, y: 0)
    } else {
      frame.write(app.run.stage.told == nil ? "not made yet" : "not told", x: end + 2, y: 0, .dim)
    }
    var row = frame.write(
      Paragraph(
        HelpView.meaning(of: move, app.run.facts.settings.optimizer).capitalizedFirst + "."), x: 1,
      y: 1, width: width - 1, glyphs: app.glyphs)
    row = writeFigures(on: &frame, y: row)
    writeWords(on: &frame, y: row + (height - row > 6 ? 1 : 0))
    return frame
  }

  /// The chosen move, or the live one; before the first, the first.
  private var move: Move { app.explained ?? app.run.stage.live?.move ?? .zeroGrad }

  private var report: MoveReport? { app.run.stage.latest[move] }

  private func writeFigures(on frame: inout Frame, y: Int) -> Int {
    guard let report else { return y }
    let rows = MoveFigures(
      report: report, run: app.run.facts, clipping: app.run.stage.clipping(before: report)
    ).rows
    let shown = named(rows.prefix(max(frame.height - y, 0)), columns: frame.width - 13)
    let column = (shown.map(\.name.count).max() ?? 0) + 3
    for (index, row) in shown.enumerated() {
      frame.write(row.name, x: 1, y: y + index, .dim)
      frame.write(row.forms.map { Line($0) }, x: column, y: y + index, app.glyphs)
    }
    return y + shown.count
  }

  /// The names of layers may be long: they leave room for their figures.
  private func named(
    _ rows: ArraySlice<MoveFigures.Row>, columns: Int
  ) -> [MoveFigures.Row] {
    let names = SiblingNames(rows.map(\.name), app.glyphs)
    return rows.map { row in
      var row = row
      if row.name.contains(".") { row.name = names.shown(row.name, columns: columns) }
      return row
    }
  }

  /// Whole definitions only.
  private func writeWords(on frame: inout Frame, y: Int) {
    var row = y
    for word in Word.of(move, app.run.facts.settings.optimizer?.kind) {
      let paragraph = Paragraph(Line(word.term, .strong) + Line(": \(word.meaning)"))
      guard row + paragraph.lines(columns: frame.width - 1).count <= frame.height else { return }
      row = frame.write(paragraph, x: 1, y: row, width: frame.width - 1)
    }
  }
}
