/// The piece of an ASCII line inside one column: it comes from half-way to the left neighbour,
/// passes the middle and leaves half-way to the right neighbour. Depths are in cells.
struct Stroke {
  let enters: Double
  let middle: Double
  let leaves: Double

  init(left: Double?, middle: Double, right: Double?) {
    enters = left.map { ($0 + middle) / 2 } ?? middle
    self.middle = middle
    leaves = right.map { ($0 + middle) / 2 } ?? middle
  }

  /// What the stroke leaves in each row that it really crosses.
  func glyphs(rows: Int) -> [(row: Int, glyph: Unicode.Scalar)] {
    let (top, bottom) = (min(enters, middle, leaves), max(enters, middle, leaves))
    let last = max(rows - 1, 0)
    let own = min(Int(middle), last)
    return (min(Int(top), last)...min(Int(bottom), last)).compactMap { row in
      let (upper, lower) = (max(top, Double(row)), min(bottom, Double(row + 1)))
      guard row == own || lower - upper >= 1.0 / 3 else { return nil }
      if lower - upper >= 0.56 { return (row, slope(whole: lower - upper > 0.99)) }
      let depth = row == own ? middle : (upper + lower) / 2
      return (row, Self.level(depth - Double(row)))
    }
  }

  private func slope(whole: Bool) -> Unicode.Scalar {
    let turns = (middle - enters) * (leaves - middle) < 0
    if turns || (whole && abs(leaves - enters) > 2) { return "|" }
    return leaves > enters ? "\\" : "/"
  }

  private static func level(_ depth: Double) -> Unicode.Scalar {
    depth < 1.0 / 3 ? "\"" : depth < 2.0 / 3 ? "-" : "_"
  }
}
