/// One line of text in several roles.
public struct Line: Sendable, Equatable {
  public struct Span: Sendable, Equatable {
    public var text: String
    public var role: Role

    public init(_ text: String, _ role: Role = .text) {
      self.text = text
      self.role = role
    }
  }

  public var spans: [Span]

  public init(_ spans: [Span] = []) {
    self.spans = spans
  }

  public init(_ text: String, _ role: Role = .text) {
    self.init([Span(text, role)])
  }

  public var text: String { spans.map(\.text).joined() }

  /// Columns that it takes.
  public var width: Int { spans.reduce(0) { $0 + $1.text.columns } }

  public static func + (first: Line, second: Line) -> Line {
    Line(first.spans + second.spans)
  }

  /// The line in at most so many columns, cut between two words where it has two; where something
  /// is missing, an ellipsis stands.
  public func cut(to columns: Int, _ glyphs: Glyphs) -> Line {
    guard width > columns else { return self }
    let ellipsis = Line(glyphs.ellipsis, spans.last?.role ?? .text)
    guard columns >= 2 * ellipsis.width else { return prefix(columns) }
    let (cells, room) = (cells, columns - ellipsis.width)
    guard cells.contains(where: { $0.glyph == " " }) else { return prefix(room) + ellipsis }
    let end = cells[...room].lastIndex { $0.glyph == " " } ?? 0
    let words = cells[..<end].lastIndex { $0.glyph != " " }.map { $0 + 1 } ?? 0
    return prefix(words) + ellipsis
  }

  /// The first columns.
  public func prefix(_ columns: Int) -> Line {
    Line(cells: cells.prefix(max(columns, 0)))
  }

  /// The end of the line in at most so many columns, from a whole word on where it has two.
  public func end(in columns: Int, _ glyphs: Glyphs) -> Line {
    guard width > columns else { return self }
    let ellipsis = Line(glyphs.ellipsis, spans.first?.role ?? .text)
    let cells = Array(cells.suffix(max(columns - ellipsis.width, 0)))
    let words = cells.firstIndex { $0.glyph == " " }.map { $0 + 1 } ?? 0
    return ellipsis + Line(cells: words < cells.count ? cells[words...] : cells[...])
  }
}

extension Line {
  /// A line end stays what it is: paragraphs break there.
  var cells: [Cell] {
    spans.flatMap { span in
      span.text.flatMap { character in
        let cell = Cell(character == "\n" ? "\n" : character.shown, span.role)
        return cell.glyph.isWide ? [cell, .rightHalf(span.role)] : [cell]
      }
    }
  }

  init(cells: some Sequence<Cell>) {
    self.init()
    for cell in Array(cells).whole where !cell.isRightHalf {
      if spans.last?.role != cell.role { spans.append(Span("", cell.role)) }
      spans[spans.count - 1].text.unicodeScalars.append(cell.glyph)
    }
  }
}

extension Frame {
  /// Writes a line and returns the column after it.
  @discardableResult
  public mutating func write(_ line: Line, x: Int, y: Int) -> Int {
    line.spans.reduce(x) { write($1.text, x: $0, y: y, $1.role) }
  }

  /// Writes lines below each other, from a row on.
  public mutating func write(rows lines: some Sequence<Line>, x: Int, y: Int) {
    for (row, line) in lines.enumerated() { write(line, x: x, y: y + row) }
  }

  /// Writes the first of the lines that there is room for up to the right edge.
  @discardableResult
  public mutating func write(_ forms: [Line], x: Int, y: Int, _ glyphs: Glyphs) -> Int {
    write(forms.fitting(width - x, glyphs), x: x, y: y)
  }
}
