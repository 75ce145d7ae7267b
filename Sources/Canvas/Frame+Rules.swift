extension Frame {
  /// Fills a rectangle with one character.
  public mutating func fill(
    x: Int, y: Int, width: Int, height: Int, _ glyph: Unicode.Scalar = " ", _ role: Role = .text
  ) {
    let cell = Cell(glyph.shown, role)
    for row in max(y, 0)..<max(min(y + height, self.height), y, 0) {
      for column in max(x, 0)..<max(min(x + width, self.width), x, 0) { self[column, row] = cell }
    }
  }

  public mutating func horizontalRule(
    x: Int, y: Int, width: Int, role: Role = .dim, glyphs: Glyphs
  ) {
    fill(x: x, y: y, width: width, height: 1, glyphs.horizontal, role)
  }

  public mutating func verticalRule(
    x: Int, y: Int, height: Int, role: Role = .dim, glyphs: Glyphs
  ) {
    fill(x: x, y: y, width: 1, height: height, glyphs.vertical, role)
  }
}
