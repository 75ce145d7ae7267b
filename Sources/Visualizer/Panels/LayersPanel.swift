internal import Canvas
internal import Moves

/// Each layer with its size, its gradient norm, and how far an update moves it: where the gradient
/// flows.
struct LayersPanel {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("layers", x: 0, y: 0, .strong)
    frame.write(moment, x: end + 2, y: 0, .dim)
    let rows = LayerRow.all(app.run, app.stage)
    let axis = RatioAxis(width: 13, glyphs: app.glyphs)
    frame.write("gradient", x: max(width - axis.width - 18, 0), y: 1, .dim)
    frame.place(axis.labels, x: width - axis.width - 8, y: 1)
    frame.write("change", x: width - 7, y: 1, .dim)
    let perLayer = height - 2 >= 2 * rows.count ? 2 : 1
    for (index, row) in shown(rows, height: height, perLayer).enumerated() {
      write(row, among: rows, axis, on: &frame, y: 2 + index * perLayer)
      guard perLayer == 2 else { continue }
      writeSizes(row, on: &frame, y: 3 + index * perLayer)
    }
    writeLegend(rows.count * perLayer, on: &frame)
    return frame
  }

  private func shown(_ rows: [LayerRow], height: Int, _ perLayer: Int) -> ArraySlice<LayerRow> {
    rows.prefix(max((height - 2) / perLayer, 0))
  }

  private var moment: String {
    guard let report = app.stage.latest[.step] ?? app.stage.latest[.backward] else {
      return "before the first step"
    }
    return "step \(report.step)"
  }

  /// Name, gradient norm, where the ratio stands, the ratio.
  private func write(
    _ row: LayerRow, among rows: [LayerRow], _ axis: RatioAxis, on frame: inout Frame, y: Int
  ) {
    let ratioX = frame.width - axis.width - 8
    let gradientX = max(ratioX - 7, 0)
    frame.write(Line(row.name).cut(to: gradientX - 1, app.glyphs), x: 0, y: y)
    if let gradient = row.gradient {
      frame.write(Figures.plain(gradient), x: gradientX, y: y, isWeakest(row, rows) ? .dim : .text)
    }
    frame.place(axis.frame(row.ratio), x: ratioX, y: y)
    row.ratio.map { _ = frame.write(Figures.scientific($0), x: frame.width - 7, y: y) }
  }

  private func isWeakest(_ row: LayerRow, _ rows: [LayerRow]) -> Bool {
    rows.count > 1 && row.gradient == rows.compactMap(\.gradient).min()
  }

  private func writeSizes(_ row: LayerRow, on frame: inout Frame, y: Int) {
    let count = Figures.grouped(row.parameters)
    let line = Line("  \(count) = \(row.sizes(app.glyphs))", .dim)
    frame.write(line.cut(to: frame.width, app.glyphs), x: 0, y: y)
  }

  /// What the columns mean, where there is room.
  private func writeLegend(_ used: Int, on frame: inout Frame) {
    let words = Paragraph(
      "gradient: the norm of the layer's gradient before clipping. change: the norm of its update "
        + "for each unit of its parameters' norm, on a scale of powers of ten; about 1e-3, the "
        + "line at -3, is often healthy.", .dim)
    guard words.lines(columns: frame.width).count <= frame.height - 3 - used else { return }
    frame.write(words, x: 0, y: 3 + used, width: frame.width)
  }
}
