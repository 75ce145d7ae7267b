/// Text that breaks into lines between its words.
public struct Paragraph: Sendable, Equatable {
  public var line: Line

  public init(_ line: Line) {
    self.line = line
  }

  public init(_ text: String, _ role: Role = .text) {
    self.init(Line(text, role))
  }

  /// Lines of at most so many columns; a word that is too long for one is cut.
  public func lines(columns: Int) -> [Line] {
    guard columns > 0 else { return [] }
    let lines = line.cells.split(omittingEmptySubsequences: false) { $0.glyph == "\n" }
    return lines.flatMap { Self.broken($0, columns: columns) }
  }

  /// The same in at most so many lines: an ellipsis stands for the rest.
  public func lines(columns: Int, atMost count: Int, _ glyphs: Glyphs) -> [Line] {
    let lines = lines(columns: columns)
    guard lines.count > count, count > 0 else { return lines.prefix(count) + [] }
    let rest = lines[count - 1] + Line(" ") + lines[count]
    return lines[..<(count - 1)] + [rest.cut(to: min(columns, rest.width - 1), glyphs)]
  }

  private static func broken(_ cells: ArraySlice<Cell>, columns: Int) -> [Line] {
    var lines: [[Cell]] = [[]]
    for word in words(of: cells) {
      let gap = cells[..<word.startIndex].last.map { [$0] } ?? []
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = Array(word)
      } else if line.count + 1 + word.count <= columns {
        lines[lines.count - 1] += gap + word
      } else {
        lines.append(Array(word))
      }
      while lines[lines.count - 1].count > columns {
        let long = lines[lines.count - 1]
        let end = Self.end(of: long, columns)
        lines[lines.count - 1] = Array(long.prefix(end))
        lines.append(Array(long.dropFirst(end)))
      }
    }
    return lines.map(Line.init(cells:))
  }

  /// Where a word that is too long breaks: behind its last sign that has room, as code does.
  private static func end(of long: [Cell], _ columns: Int) -> Int {
    let isSign = { (cell: Cell) in "(.,:[/=".unicodeScalars.contains(cell.glyph) }
    if let sign = long[..<columns].lastIndex(where: isSign), sign > 0 { return sign + 1 }
    return long[columns].isRightHalf ? max(columns - 1, 1) : columns
  }

  /// What stands between spaces; a per cent sign stays with its figure.
  private static func words(of cells: ArraySlice<Cell>) -> [ArraySlice<Cell>] {
    cells.split { $0.glyph == " " }.reduce(into: []) { words, word in
      guard word.first?.glyph == "%", let figure = words.popLast() else {
        return words.append(word)
      }
      words.append(cells[figure.startIndex..<word.endIndex])
    }
  }
}

/// Breaks text into lines of at most so many columns, between words where it can.
public func wrap(_ text: String, width: Int) -> [String] {
  text.isEmpty ? [] : Paragraph(text).lines(columns: width).map(\.text)
}

extension Frame {
  /// Writes a paragraph and returns the row after it; rows beyond the height are left out.
  @discardableResult
  public mutating func write(
    _ paragraph: Paragraph, x: Int, y: Int, width: Int, height: Int = .max
  ) -> Int {
    let lines = paragraph.lines(columns: width).prefix(max(height, 0))
    write(rows: lines, x: x, y: y)
    return y + lines.count
  }

  /// Writes a paragraph and returns the row after it; what has no room up to the lower edge is left
  /// out, and an ellipsis stands for it.
  @discardableResult
  public mutating func write(
    _ paragraph: Paragraph, x: Int, y: Int, width: Int, glyphs: Glyphs
  ) -> Int {
    let lines = paragraph.lines(columns: width, atMost: max(height - y, 0), glyphs)
    write(rows: lines, x: x, y: y)
    return y + lines.count
  }
}
