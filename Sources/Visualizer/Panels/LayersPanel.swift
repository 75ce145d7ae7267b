internal import Canvas
internal import Moves

/// Each layer with its size, its gradient norm, and how far an update moves it: where the gradient
/// flows.
struct LayersPanel {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("layers", x: 0, y: 0, .strong)
    let room = width - end - 2
    let rows = LayerRow.all(app.run.facts, app.run.stage)
    guard !rows.isEmpty else {
      frame.write(
        Paragraph("This run does not tell of its layers.", .dim), x: 1, y: 1, width: width - 1)
      return frame
    }
    let forms = part.isEmpty ? moments : moments.map { $0 + part } + ["grad\(part)"]
    let words = (["\(forms[0]), grad before clip"] + forms).first { $0.count <= room } ?? forms.last
    frame.write(words ?? "", x: end + 2, y: 0, .dim)
    let isTall = height - 2 >= 2 * rows.count
    let columns = LayerColumns(
      width: width, isTall: isTall, names: SiblingNames(rows.map(\.name), app.glyphs),
      glyphs: app.glyphs)
    columns.writeHeadings(on: &frame)
    let shown = fitting(rows, lines: height - 2, isTall)
    for (index, row) in shown.enumerated() {
      columns.write(
        row, isWeakest: isWeakest(row, rows), on: &frame, y: 2 + index * (isTall ? 2 : 1))
    }
    if shown.count < rows.count, height > 2 {
      frame.write("and \(rows.count - shown.count) more layers", x: 0, y: height - 1, .dim)
    }
    writeLegend(rows.count * (isTall ? 2 : 1), on: &frame)
    return frame
  }

  /// Where not all fit, the last line says how many are missing.
  private func fitting(_ rows: [LayerRow], lines: Int, _ isTall: Bool) -> ArraySlice<LayerRow> {
    isTall || rows.count <= lines ? rows[...] : rows.prefix(max(lines - 1, 0))
  }

  /// In the middle of a step the gradients are new and the changes still those of the last.
  private var moments: [String] {
    let (gradients, changes) = (
      app.run.stage.latest[.backward]?.step, app.run.stage.latest[.step]?.step
    )
    guard let newest = gradients ?? changes else { return ["before the first step"] }
    guard let changes, changes != newest else {
      return [app.run.stage.moment(newest).words(columns: 14)]
    }
    return part.isEmpty
      ? ["grad step \(newest), change \(changes)"]
      : ["change step \(changes), grad step \(newest)", "grad step \(newest)"]
  }

  /// Gradients of a step in progress are the sum of its first parts.
  private var part: String {
    guard let planned = app.run.stage.latest[.backward]?.planned, let parts = planned.microBatches,
      planned.microBatch < parts
    else { return "" }
    return " part \(planned.microBatch) of \(parts)"
  }

  private func isWeakest(_ row: LayerRow, _ rows: [LayerRow]) -> Bool {
    rows.count > 1 && row.gradient == rows.compactMap(\.gradient).min()
  }

  /// What the columns mean, where there is room.
  private func writeLegend(_ used: Int, on frame: inout Frame) {
    let words = Paragraph(
      "grad: the norm of the layer's gradient before clipping. change: update norm divided by "
        + "parameter norm, on a scale of powers of ten; about 0.1 %, where the line stands, is "
        + "often healthy.", .dim)
    guard words.lines(columns: frame.width).count <= frame.height - 3 - used else { return }
    frame.write(words, x: 0, y: 3 + used, width: frame.width)
  }
}
