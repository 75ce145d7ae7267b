extension Frame {
  /// Draws a box, with words in its top and bottom borders.
  public mutating func box(
    x: Int, y: Int, width: Int, height: Int, title: String = "", note: String = "",
    role: Role = .dim, glyphs: Glyphs
  ) {
    guard width >= 2, height >= 2 else { return }
    let (right, bottom) = (x + width - 1, y + height - 1)
    for column in x...right {
      self[column, y] = Cell(glyphs.horizontal, role)
      self[column, bottom] = Cell(glyphs.horizontal, role)
    }
    for row in y...bottom {
      self[x, row] = Cell(glyphs.vertical, role)
      self[right, row] = Cell(glyphs.vertical, role)
    }
    self[x, y] = Cell(glyphs.topLeft, role)
    self[right, y] = Cell(glyphs.topRight, role)
    self[x, bottom] = Cell(glyphs.bottomLeft, role)
    self[right, bottom] = Cell(glyphs.bottomRight, role)
    label(title, x: x, y: y, width: width, role)
    label(note, x: x, y: bottom, width: width, role)
  }

  private mutating func label(_ text: String, x: Int, y: Int, width: Int, _ role: Role) {
    guard !text.isEmpty, width > 4 else { return }
    write(" \(text.prefix(width - 4)) ", x: x + 1, y: y, role)
  }
}
