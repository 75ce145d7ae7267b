/// A frame in the bytes that a terminal of many colours obeys.
extension Frame {
  /// What turns the frame before into this one; the whole of it where there is none.
  public func terminalText(after last: Frame? = nil, in theme: Theme) -> String {
    let last = last.flatMap { $0.width == width && $0.height == height ? $0 : nil }
    var text = last == nil ? "\u{1B}[0m\u{1B}[2J\u{1B}[?25l" : ""
    for y in 0..<height {
      let row = row(y, width: width)
      guard let changed = row.range(unlike: last?.row(y, width: width)) else { continue }
      text += "\u{1B}[\(y + 1);\(changed.lowerBound + 1)H"
      var role: Role?
      for cell in row[changed] where !cell.isRightHalf {
        if cell.role != role { text += cell.role.select(in: theme) }
        role = cell.role
        text.unicodeScalars.append(cell.glyph)
      }
      text += "\u{1B}[0m"
    }
    return text
  }
}

extension [Cell] {
  /// From the first to the last cell that is another, no half of a wide character without the other.
  fileprivate func range(unlike other: [Cell]?) -> Range<Int>? {
    guard let other else { return indices }
    guard let first = indices.first(where: { self[$0] != other[$0] }),
      let last = indices.last(where: { self[$0] != other[$0] })
    else { return nil }
    let start = self[first].isRightHalf || other[first].isRightHalf ? first - 1 : first
    return Swift.max(start, 0)..<last + 1
  }
}

extension Role {
  /// The terminal's own ground and ink stay where a role has none.
  fileprivate func select(in theme: Theme) -> String {
    var codes = ["0"]
    if paint.isBold { codes.append("1") }
    if paint.isReversed { codes.append("7") }
    if let ground = paint.ground { codes.append("48;2;" + ground.ground.triple) }
    if let ink = paint.ink {
      codes.append("38;2;" + (paint.ground == nil ? theme.ink(ink) : ink.ground).triple)
    }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}

extension Int32 {
  /// 0xRRGGBB as three numbers.
  fileprivate var triple: String { "\(self >> 16 & 255);\(self >> 8 & 255);\(self & 255)" }
}
