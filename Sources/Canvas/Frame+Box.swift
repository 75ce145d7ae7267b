extension Frame {
  /// Draws a border with words in its upper and lower edge: `╭ 1 ─────╮` … `╰ 2 of 4 ─╯`.
  public mutating func box(
    x: Int, y: Int, width: Int, height: Int, title: String = "", note: String = "",
    role: Role = .dim, isDashed: Bool = false, glyphs: Glyphs
  ) {
    guard width >= 2, height >= 2 else { return }
    let (right, bottom) = (x + width - 1, y + height - 1)
    let level = isDashed ? glyphs.dashedHorizontal : glyphs.horizontal
    let upright = isDashed ? glyphs.dashedVertical : glyphs.vertical
    for edge in [y, bottom] { fill(x: x, y: edge, width: width, height: 1, level, role) }
    for edge in [x, right] { fill(x: edge, y: y, width: 1, height: height, upright, role) }
    self[x, y] = Cell(glyphs.topLeft, role)
    self[right, y] = Cell(glyphs.topRight, role)
    self[x, bottom] = Cell(glyphs.bottomLeft, role)
    self[right, bottom] = Cell(glyphs.bottomRight, role)
    label(title, x: x + 1, y: y, width: width - 2, role, glyphs)
    label(note, x: x + 1, y: bottom, width: width - 2, role, glyphs)
  }

  private mutating func label(
    _ text: String, x: Int, y: Int, width: Int, _ role: Role, _ glyphs: Glyphs
  ) {
    guard !text.isEmpty, width > 2 else { return }
    write(Line(" \(text)", role).cut(to: width - 1, glyphs) + Line(" ", role), x: x, y: y)
  }
}
