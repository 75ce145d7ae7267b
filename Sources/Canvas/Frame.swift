/// A rectangle of cells: a piece of screen as a value.
public struct Frame: Sendable, Equatable {
  public let width: Int
  public let height: Int
  public private(set) var cells: [Cell]
  /// Where the person's attention is, for screen readers and magnifiers; nil for nowhere.
  public var cursor: Place?

  public struct Place: Sendable, Equatable {
    public var x: Int
    public var y: Int

    public init(x: Int, y: Int) { (self.x, self.y) = (x, y) }
  }

  public init(width: Int, height: Int) {
    self.width = max(width, 0)
    self.height = max(height, 0)
    cells = Array(repeating: .blank, count: self.width * self.height)
  }

  /// Reading outside gives a blank; writing outside does nothing.
  public subscript(x: Int, y: Int) -> Cell {
    get { contains(x, y) ? cells[y * width + x] : .blank }
    set { if contains(x, y) { cells[y * width + x] = newValue } }
  }

  public func contains(_ x: Int, _ y: Int) -> Bool {
    (0..<width).contains(x) && (0..<height).contains(y)
  }

  /// Copies another frame into this one, its cursor too; what does not fit is cut off.
  public mutating func place(_ frame: Frame, x: Int, y: Int) {
    for row in 0..<frame.height {
      for column in 0..<frame.width { self[x + column, y + row] = frame[column, row] }
    }
    if let inner = frame.cursor, contains(x + inner.x, y + inner.y) {
      cursor = Place(x: x + inner.x, y: y + inner.y)
    }
  }

  /// Writes one line of text and returns the column after it.
  @discardableResult
  public mutating func write(_ text: String, x: Int, y: Int, _ role: Role = .text) -> Int {
    var column = x
    for character in text {
      let glyph = character.shown
      self[column, y] = Cell(glyph, role)
      column += 1
      guard glyph.isWide else { continue }
      self[column, y] = .rightHalf(role)
      column += 1
    }
    return column
  }

  /// A row as it can be shown: no half of a wide character without the other.
  public func row(_ y: Int, width: Int) -> [Cell] {
    (0..<max(width, 0)).map { self[$0, y] }.whole
  }

  /// The frame as text, trailing blanks cut, for tests and for the README.
  public var text: String {
    (0..<height).map { y in
      var line = String.UnicodeScalarView()
      line.append(contentsOf: row(y, width: width).filter { !$0.isRightHalf }.map(\.glyph))
      return String(line.trimmingEnd)
    }.joined(separator: "\n")
  }
}

extension String.UnicodeScalarView {
  fileprivate var trimmingEnd: Substring.UnicodeScalarView {
    var end = endIndex
    while end > startIndex, self[index(before: end)] == " " { end = index(before: end) }
    return self[startIndex..<end]
  }
}
