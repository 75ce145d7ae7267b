/// Enough of xterm to see what a person would see; notes whatever it does not understand.
package struct Emulator {
  package struct Square: Equatable {
    package var glyph: Character = " "
    /// The select-graphic-rendition parameters in force, in order.
    package var look: [String] = []

    package init(glyph: Character = " ", look: [String] = []) {
      self.glyph = glyph
      self.look = look
    }
  }

  package private(set) var width: Int
  package private(set) var height: Int
  package private(set) var squares: [[Square]]
  package private(set) var privateModes: Set<String> = []
  package private(set) var unknown: [String] = []
  package private(set) var column = 0
  package private(set) var row = 0
  private var wrapsNext = false
  /// The rows that scroll; all of them where nothing was said.
  private var scrolled: ClosedRange<Int>?
  private var look: [String] = []
  /// The beginning of a sequence or a character whose rest is still on its way.
  private var torn: [UInt8] = []

  package init(width: Int = 80, height: Int = 24) {
    self.width = width
    self.height = height
    squares = Array(repeating: Array(repeating: Square(), count: width), count: height)
  }

  /// The window has another size: what no longer fits is cut off.
  package mutating func resize(width: Int, height: Int) {
    let old = squares
    self = Emulator(width: width, height: height, as: self)
    for row in 0..<min(height, old.count) {
      let kept = old[row].prefix(width)
      squares[row].replaceSubrange(0..<kept.count, with: kept)
    }
  }

  private init(width: Int, height: Int, as other: Emulator) {
    self.init(width: width, height: height)
    (privateModes, unknown, look) = (other.privateModes, other.unknown, other.look)
    move(other.row, other.column)
  }

  package var text: String {
    squares.map { row in
      var line = row.map(\.glyph).filter { $0 != Self.rightHalf }
      while line.last == " " { line.removeLast() }
      return String(line)
    }.joined(separator: "\n")
  }

  package mutating func feed(_ bytes: [UInt8]) {
    let all = torn + bytes
    let count = Self.completeCount(all)
    torn = Array(all[count...])
    var rest = String(decoding: all[..<count], as: UTF8.self).unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" { takeEscape(&rest) } else { take(scalar) }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\r": move(row, 0)
    case "\n": feedLine()
    case "\u{8}": move(row, column - 1)
    case "\t": move(row, (column / 8 + 1) * 8)
    case "\u{18}", "\u{F}": break
    case "\0"..<" ": unknown.append("control \(scalar.value)")
    default: scalar.takesTwoColumns ? putWide(Character(scalar)) : put(Character(scalar))
    }
  }

  /// As xterm does where only one column is left, it goes to the next row.
  private mutating func putWide(_ glyph: Character) {
    if column == width - 1 { wrapsNext = true }
    put(glyph)
    put(Self.rightHalf)
  }

  /// What stands in the second square of a wide character.
  private static let rightHalf: Character = "\0"

  private mutating func put(_ glyph: Character) {
    if wrapsNext {
      feedLine()
      column = 0
    }
    squares[row][column] = Square(glyph: glyph, look: glyph == " " ? lookOfBlank : look)
    wrapsNext = column == width - 1
    if !wrapsNext { column += 1 }
  }

  private mutating func feedLine() {
    let rows = scrolled ?? 0...height - 1
    if row == rows.upperBound { scroll(up: 1, Square()) }
    move(row == rows.upperBound ? row : row + 1, column)
  }

  /// Moves the rows that scroll, up or, by less than nothing, down.
  private mutating func scroll(up count: Int, _ blank: Square) {
    let rows = scrolled ?? 0...height - 1
    let row = Array(repeating: blank, count: width)
    for _ in 0..<min(abs(count), rows.count) {
      squares.remove(at: count > 0 ? rows.lowerBound : rows.upperBound)
      squares.insert(row, at: count > 0 ? rows.upperBound : rows.lowerBound)
    }
  }

  private mutating func setScrolled(_ numbers: [Int]) {
    let (top, bottom) = (numbers.first ?? 1, numbers.count > 1 ? numbers[1] : height)
    scrolled = top >= 1 && top < bottom && bottom <= height ? top - 1...bottom - 1 : nil
    move(0, 0)
  }

  /// Of a blank only its ground is seen, a line under it, or its reversal.
  private var lookOfBlank: [String] {
    look.filter { $0 == "4" || $0 == "7" || $0.hasPrefix("48") }
  }

  private mutating func move(_ row: Int, _ column: Int) {
    self.row = min(max(row, 0), height - 1)
    self.column = min(max(column, 0), width - 1)
    wrapsNext = false
  }

  private mutating func takeEscape(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.popFirst() {
    case "[":
      let parameters = rest.prefix { $0.value < 0x40 }
      rest = rest.dropFirst(parameters.count)
      control(String(parameters), rest.popFirst() ?? "?")
    case "(": rest = rest.dropFirst()
    case "D": feedLine()
    case let other: unknown.append("escape \(String(describing: other))")
    }
  }

  private mutating func control(_ parameters: String, _ final: Unicode.Scalar) {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = max(numbers.first ?? 0, 1)
    switch final {
    case "H": move(first - 1, max(numbers.count > 1 ? numbers[1] : 1, 1) - 1)
    case "A": move(row - first, column)
    case "B": move(row + first, column)
    case "C": move(row, column + first)
    case "D": move(row, column - first)
    case "G": move(row, first - 1)
    case "d": move(first - 1, column)
    case "Z": move(row, (column - 1) / 8 * 8)
    case "J", "K", "X", "P", "@", "b": edit(final, numbers.first ?? 0)
    case "S": scroll(up: first, Square(look: lookOfBlank))
    case "T": scroll(up: -first, Square(look: lookOfBlank))
    case "r": setScrolled(numbers)
    case "m": draw(parameters.isEmpty ? "0" : parameters)
    case "h": privateModes.insert(parameters)
    case "l": privateModes.remove(parameters)
    // The title is kept and given back; it says nothing.
    case "t" where ["22;0;0", "23;0;0"].contains(parameters): break
    default: unknown.append(parameters + String(final))
    }
  }

  private mutating func edit(_ final: Unicode.Scalar, _ number: Int) {
    let blank = Square(look: lookOfBlank)
    let count = min(max(number, 1), width - column)
    switch (final, number) {
    case ("J", 2): squares = squares.map { $0.map { _ in blank } }
    case ("J", 0):
      erase(column..<width)
      for below in (row + 1)..<max(height, row + 1) {
        squares[below] = squares[below].map { _ in blank }
      }
    case ("K", 0): erase(column..<width)
    case ("K", 1): erase(0..<column + 1)
    case ("X", _): erase(column..<column + count)
    case ("P", _):
      squares[row].removeSubrange(column..<column + count)
      squares[row] += Array(repeating: blank, count: count)
    case ("@", _):
      squares[row].insert(contentsOf: Array(repeating: blank, count: count), at: column)
      squares[row].removeLast(count)
    case ("b", _):
      for _ in 0..<max(number, 1) { put(squares[row][max(column - 1, 0)].glyph) }
    default: unknown.append("\(number)\(final)")
    }
  }

  private mutating func erase(_ range: Range<Int>) {
    for column in range { squares[row][column] = Square(look: lookOfBlank) }
  }

  private mutating func draw(_ parameters: String) {
    for part in Self.split(parameters) {
      switch part {
      case "0": look = []
      case "39": look.removeAll { $0.hasPrefix("3") }
      case "49": look.removeAll { $0.hasPrefix("4") && $0 != "4" }
      default:
        look.removeAll { $0.hasPrefix(part.prefix(1)) && part.count > 1 && $0.count > 1 }
        if !look.contains(part) { look.append(part) }
      }
    }
  }

  /// Keeps `38;5;208` together.
  private static func split(_ parameters: String) -> [String] {
    var parts = parameters.split(separator: ";").map(String.init)[...]
    var result: [String] = []
    while let part = parts.popFirst() {
      let isColor = (part == "38" || part == "48") && parts.first == "5"
      result.append(isColor ? ([part] + parts.prefix(2)).joined(separator: ";") : part)
      if isColor { parts = parts.dropFirst(2) }
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var takesTwoColumns: Bool {
    switch value {
    case 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x2_0000...0x3_FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
