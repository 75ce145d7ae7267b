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
    let end = cells[...room].lastIndex { $0.glyph == " " } ?? room
    let words = cells[..<end].lastIndex { $0.glyph != " " }.map { $0 + 1 } ?? room
    return prefix(words) + ellipsis
  }

  /// The first columns.
  public func prefix(_ columns: Int) -> Line {
    Line(cells: cells.prefix(max(columns, 0)))
  }

  /// The last columns.
  public func suffix(_ columns: Int) -> Line {
    Line(cells: cells.suffix(max(columns, 0)))
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
  /// Writes a line, at most so many columns of it, and returns the column after it.
  @discardableResult
  public mutating func write(_ line: Line, x: Int, y: Int, width: Int = .max) -> Int {
    let shown = line.width > width ? line.prefix(width) : line
    return shown.spans.reduce(x) { write($1.text, x: $0, y: y, $1.role) }
  }
}
