extension Trace {
  /// Two by four dots a cell: every column from its least to its largest value, each joined to
  /// the one before.
  func drawBraille(on plot: inout Frame, _ role: Role) {
    var last: ClosedRange<Int>?
    for (x, column) in columns.enumerated() {
      guard let column else {
        last = nil
        continue
      }
      let dots = Self.dots(column.top, column.bottom, across: 4, in: plot.height)
      let joined = last.map { dots.reaching($0) } ?? dots
      for y in joined { plot.setDot(x: x, y: y, column.isClipped ? .clipped : role) }
      last = dots
    }
  }

  /// The dots that a stretch of a column covers, with so many dots a cell.
  static func dots(
    _ top: Double, _ bottom: Double, across: Int, in height: Int
  ) -> ClosedRange<Int> {
    let limit = max(height * across - 1, 0)
    let first = min(max(Int(top * Double(across)), 0), limit)
    return first...min(max(Int(bottom * Double(across)), first), limit)
  }
}

extension ClosedRange<Int> {
  /// This range, grown until it touches another.
  func reaching(_ other: ClosedRange<Int>) -> ClosedRange<Int> {
    if other.upperBound + 1 < lowerBound { return other.upperBound + 1...upperBound }
    if other.lowerBound - 1 > upperBound { return lowerBound...other.lowerBound - 1 }
    return self
  }
}

extension Frame {
  /// Unicode numbers the dots of a braille cell down the left column, then the right; the lowest
  /// row came later.
  private static let brailleBits: [[UInt32]] = [
    [0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80],
  ]

  /// Adds a dot to what the cell holds; a clipped step's colour stays.
  fileprivate mutating func setDot(x: Int, y: Int, _ role: Role) {
    let old = self[x / 2, y / 4]
    let pattern = (0x2800...0x28FF).contains(old.glyph.value) ? old.glyph.value : 0x2800
    guard let glyph = Unicode.Scalar(pattern | Self.brailleBits[x % 2][y % 4]) else { return }
    self[x / 2, y / 4] = Cell(glyph, old.role == .clipped ? .clipped : role)
  }
}
