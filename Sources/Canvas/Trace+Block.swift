extension Trace {
  /// Half a cell at a time, joined; around the line a shade as far as the steps of a column lie.
  func drawBlocks(on plot: inout Frame, _ style: Style, _ role: Role) {
    if style != .line { drawShade(on: &plot, style == .full ? .faint : role) }
    guard style != .points else { return }
    var last: ClosedRange<Int>?
    for (x, column) in columns.enumerated() {
      guard let column else {
        last = nil
        continue
      }
      let dot = Self.dots(column.middle, column.middle, across: 2, in: plot.height)
      let joined = last.map { dot.reaching($0) } ?? dot
      for y in joined { plot.setHalf(x: x, y: y, column.isClipped ? .clipped : role) }
      last = dot
    }
  }

  private func drawShade(on plot: inout Frame, _ role: Role) {
    for (x, column) in columns.enumerated() {
      guard let column else { continue }
      for y in Self.dots(column.top, column.bottom, across: 1, in: plot.height) {
        plot[x, y] = Cell("░", column.isClipped ? .clipped : role)
      }
    }
  }
}

extension Frame {
  fileprivate mutating func setHalf(x: Int, y: Int, _ role: Role) {
    let (half, other): (Unicode.Scalar, Unicode.Scalar) = y % 2 == 0 ? ("▀", "▄") : ("▄", "▀")
    let isFull = self[x, y / 2].glyph == other || self[x, y / 2].glyph == "█"
    self[x, y / 2] = Cell(isFull ? "█" : half, role)
  }
}
