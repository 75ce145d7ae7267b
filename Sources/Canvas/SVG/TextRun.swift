/// Characters of one row and one role; a single blank between two words belongs to them.
struct TextRun: Equatable {
  var role: Role
  var y: Int
  /// Each with its column.
  var characters: [(x: Int, glyph: Unicode.Scalar)]

  static func == (first: TextRun, second: TextRun) -> Bool {
    first.role == second.role && first.y == second.y
      && first.characters.elementsEqual(second.characters) { $0 == $1 }
  }

  /// All that is text in a row, from the left.
  static func runs(in row: [Cell], y: Int) -> [TextRun] {
    var runs: [TextRun] = []
    for (x, cell) in row.enumerated() where cell.isText {
      let isNext = runs.last.map { $0.takes(cell, at: x, in: row) } ?? false
      if !isNext { runs.append(TextRun(role: cell.role, y: y, characters: [])) }
      let last = runs.count - 1
      if isNext, row[x - 1].glyph == " " { runs[last].characters.append((x - 1, " ")) }
      runs[last].characters.append((x, cell.glyph.shown))
    }
    return runs
  }

  private func takes(_ cell: Cell, at x: Int, in row: [Cell]) -> Bool {
    // Readers of SVG differ in how they count characters that take two units of UTF-16.
    guard cell.role == role, let last = characters.last, !last.glyph.isLong, !cell.glyph.isLong
    else { return false }
    let next = last.x + (last.glyph.isWide ? 2 : 1)
    return x == next || x == next + 1 && row[next].glyph == " "
  }
}

extension Cell {
  fileprivate var isText: Bool {
    glyph != " " && !isRightHalf && CellShape(glyph) == nil
  }
}

extension Unicode.Scalar {
  fileprivate var isLong: Bool { value > 0xFFFF }
}
