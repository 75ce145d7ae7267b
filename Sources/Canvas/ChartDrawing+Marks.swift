extension ChartDrawing {
  /// A mark on the curve wherever at least half of a column's steps were clipped.
  func drawClipped(_ curve: Trace, on plot: inout Frame) {
    for (cell, column) in clips.lastColumn.enumerated() where clips.isMostly(cell) {
      guard let column, let point = curve.columns[column] else { continue }
      let row = min(Int(point.middle), plot.height - 1)
      plot[cell, row] = Cell(chart.glyphs.clipped, .clipped)
    }
    guard let first = clips.clippedBeginning?.mean else { return }
    plot[0, layout.rows - 1 - axis.cell(of: Double(first))] = Cell(chart.glyphs.clipped, .clipped)
  }

  /// Below the curve, a mark wherever any step of a column was clipped.
  mutating func drawClipRow() {
    guard let row = layout.clipRow else { return }
    label("clip", row: row)
    if !chart.tellsClips { frame.write("not told", x: layout.gutter, y: row, .dim) }
    for cell in clips.bins.indices where clips.isMarked(cell) {
      frame[layout.gutter + cell, row] = Cell(chart.glyphs.clipMark, .clipped)
    }
  }

  /// What has no place on the axis stands on its border: upwards infinite and not a number above,
  /// downwards infinite below.
  func drawNonFinite(on plot: inout Frame) {
    for (x, bin) in clips.bins.enumerated() {
      guard let bin, bin.hasNonFinite else { continue }
      let (infinite, none) = (chart.glyphs.infinite, chart.glyphs.notANumber)
      if bin.hasNegativeInfinity { plot[x, plot.height - 1] = Cell(infinite, .alarm) }
      if bin.hasPositiveInfinity { plot[x, 0] = Cell(infinite, .alarm) }
      if bin.hasNaN { plot[x, 0] = Cell(none, .alarm) }
    }
  }

  /// Where points crowd, only some stand on the line itself, so that it can still be seen.
  func drawValidation(on plot: inout Frame) {
    let points = chart.validation.filter { $0.value.isFinite && $0.step <= steps.capacity }
    let standing = standing(of: points)
    let spread: Set<Unicode.Scalar> = [" ", "'", ".", ":", "░"]
    for (index, point) in points.enumerated() {
      let x = max(cellColumn(ofStep: point.step) - layout.gutter, 0)
      let row = layout.rows - 1 - axis.cell(of: Double(point.value))
      guard standing.contains(index) || spread.contains(plot[x, row].glyph) else { continue }
      plot[x, row] = Cell(chart.glyphs.validation, .validation)
    }
  }

  /// Upright lines behind everything else, each with its word as low as there is room.
  func drawMarks(on plot: inout Frame) {
    for mark in chart.marks where mark.step <= steps.capacity {
      let x = max(cellColumn(ofStep: mark.step) - layout.gutter, 0)
      for row in 0..<plot.height where plot[x, row] == .blank {
        plot[x, row] = Cell(chart.glyphs.dashedVertical, .alarm)
      }
      let places = x + 1...x + mark.label.count + 1
      let row = (0..<plot.height).last { row in
        places.allSatisfy { $0 < plot.width && plot[$0, row] == .blank }
      }
      if let row { plot.write(mark.label, x: x + 1, y: row, .alarm) }
    }
  }

  /// Which points stand where they are: each at least so far from the last one that does, and the
  /// newest. A point that comes takes the place of none before it but the one that was the newest.
  private func standing(of points: [LossChart.Point]) -> Set<Int> {
    guard let first = points.first, let newest = points.indices.last else { return [] }
    // Where the second has no room beside it, the first does not hide the beginning of the curve.
    let isCrowded = points.count > 1 && !isApart(first, points[1])
    let isAtStart = cellColumn(ofStep: first.step) <= layout.gutter
    var (standing, last) = (Set([newest]), isCrowded && isAtStart ? first : nil)
    for (index, point) in points.enumerated() where last.map({ isApart($0, point) }) ?? true {
      standing.insert(index)
      last = point
    }
    return standing
  }

  private func isApart(_ point: LossChart.Point, _ next: LossChart.Point) -> Bool {
    steps.columns(across: next.step - point.step) >= Double(4 * chart.characters.dotsAcross)
  }

  /// In the upper right, in the first row where nothing is drawn.
  func drawLegend(on plot: inout Frame) {
    let legend = chart.legend.width + 3 < plot.width ? chart.legend : chart.shortLegend
    let x = plot.width - legend.width - 1
    guard x > 1 else { return }
    let rows = 0..<min(2, plot.height)
    let free = rows.first { row in (x - 2..<plot.width).allSatisfy { plot[$0, row] == .blank } }
    if let free { plot.write(legend, x: x, y: free) }
  }
}
