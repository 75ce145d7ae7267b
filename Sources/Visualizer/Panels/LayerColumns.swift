internal import Canvas
internal import Moves

/// Where a layer's figures stand: under its name and shapes, or behind its name in the same line.
struct LayerColumns {
  var width: Int
  /// Whether a layer has two lines.
  var isTall: Bool
  /// Those of all layers.
  var names: SiblingNames
  var glyphs: Glyphs

  /// "0.00031 %" and a blank before it.
  private static let ratioWidth = 10
  private static let gradientWidth = 7

  private var axis: RatioAxis {
    let isWide = width >= (isTall ? 40 : 50)
    return RatioAxis(width: isWide ? 13 : isTall ? 11 : 7, glyphs: glyphs)
  }
  private var axisX: Int { width - axis.width - Self.ratioWidth }
  private var gradientX: Int { max(axisX - Self.gradientWidth, 0) }

  func writeHeadings(on frame: inout Frame) {
    if isTall { frame.write("params", x: 0, y: 1, .dim) }
    frame.write("grad", x: gradientX, y: 1, .dim)
    frame.place(axis.label, x: axisX, y: 1)
    writeRatio("change", .dim, on: &frame, y: 1)
  }

  func write(_ row: LayerRow, isWeakest: Bool, on frame: inout Frame, y: Int) {
    guard isTall else {
      frame.write(names.shown(row.name, columns: gradientX - 1), x: 0, y: y)
      return writeFigures(row, isWeakest, on: &frame, y: y)
    }
    let name = Line(names.shown(row.name, columns: width)) + Line("  \(row.sizes(glyphs))", .dim)
    frame.write(name.cut(to: width, glyphs), x: 0, y: y)
    if let count = row.parameters {
      let forms = [Figures.grouped(count), "\(Figures.grouped((count + 500) / 1000))k"]
      frame.write(forms.first { $0.count < gradientX } ?? "", x: 0, y: y + 1, .dim)
    }
    writeFigures(row, isWeakest, on: &frame, y: y + 1)
  }

  /// Gradient norm, where the ratio stands, the ratio.
  private func writeFigures(
    _ row: LayerRow, _ isWeakest: Bool, on frame: inout Frame, y: Int
  ) {
    if let gradient = row.gradient {
      frame.write(Figures.plain(gradient), x: gradientX, y: y, isWeakest ? .dim : .text)
    }
    frame.place(axis.frame(row.ratio), x: axisX, y: y)
    row.ratio.map { writeRatio(Figures.share($0), on: &frame, y: y) }
  }

  /// The signs of per cent stand under each other.
  private func writeRatio(_ text: String, _ role: Role = .text, on frame: inout Frame, y: Int) {
    frame.write(text, x: width - text.count, y: y, role)
  }
}
