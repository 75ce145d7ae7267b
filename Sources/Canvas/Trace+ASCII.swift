extension Trace {
  /// A line of `" - _` (high, middle and low in a cell), `\ /` where it slopes and `|` where it
  /// jumps; around it `'`, `:` and `.` as far as the steps of a column lie.
  func drawASCII(on plot: inout Frame, _ style: Style, _ role: Role) {
    if style != .line { drawSpread(on: &plot, style == .full ? .faint : role, style) }
    guard style != .points else { return }
    for x in columns.indices {
      guard let column = columns[x] else { continue }
      let left = x > 0 ? columns[x - 1]?.middle : nil
      let right = x + 1 < columns.count ? columns[x + 1]?.middle : nil
      let stroke = Stroke(left: left, middle: column.middle, right: right)
      for (row, glyph) in stroke.glyphs(rows: plot.height) {
        plot[x, row] = Cell(glyph, column.isClipped ? .clipped : role)
      }
    }
  }

  private func drawSpread(on plot: inout Frame, _ role: Role, _ style: Style) {
    for (x, column) in columns.enumerated() {
      guard let column else { continue }
      let thirds = Self.dots(column.top, column.bottom, across: 3, in: plot.height)
      guard thirds.count > 1 || style == .points else { continue }
      for row in thirds.lowerBound / 3...thirds.upperBound / 3 {
        let isOpenAbove = thirds.lowerBound > 3 * row
        let isOpenBelow = thirds.upperBound < 3 * row + 2
        let glyph: Unicode.Scalar = isOpenAbove ? "." : isOpenBelow ? "'" : ":"
        plot[x, row] = Cell(glyph, column.isClipped ? .clipped : role)
      }
    }
  }

  /// A line that lies near the edge of two rows stays in the row it is in.
  func calmed() -> Trace {
    var result = self
    var row: Double?
    for x in columns.indices {
      guard let middle = columns[x]?.middle else {
        row = nil
        continue
      }
      let (above, below) = (row ?? 0, (row ?? 0) + 1)
      if row != nil, middle < above, above - middle < 0.2 {
        result.columns[x]?.middle = above
      } else if row != nil, middle >= below, middle - below < 0.2 {
        result.columns[x]?.middle = below.nextDown
      }
      row = result.columns[x]?.middle.rounded(.down)
    }
    return result
  }
}
