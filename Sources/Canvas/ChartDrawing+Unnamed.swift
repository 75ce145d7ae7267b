/// Two curves of one colour: one is drawn through, the other is dashed, and each ends in its letter.
extension ChartDrawing {
  func drawUnnamed(on plot: inout Frame) {
    let curves = [trace(chart.loss), chart.twin.map { trace($0).dashed(Self.dash) }]
    for curve in curves.reversed() { draw(curve, .line, .text, on: &plot) }
    var taken: Int?
    for (letter, bins) in [("A", chart.loss), ("B", chart.twin ?? Bins())] {
      guard let last = bins.last, last.isFinite else { continue }
      let row = layout.rows - 1 - axis.cell(of: Double(last))
      let free = row == taken ? (row + 1 < layout.rows ? row + 1 : row - 1) : row
      let column = min(cellColumn(ofStep: bins.count) - layout.gutter + 1, plot.width - 1)
      plot.write(letter, x: max(column, 0), y: max(free, 0), .strong)
      taken = row
    }
  }

  /// Dot columns that are drawn, and then left out.
  private static let dash = 4
}

extension Trace {
  func dashed(_ length: Int) -> Trace {
    Trace(columns: columns.enumerated().map { $0 / length % 2 == 0 ? $1 : nil })
  }
}
