/// A word in letters of three by five dots, the slimmest of one by five, three rows high: two columns
/// a letter, or four where there is room.
public struct LargeText: Sendable {
  private struct Letter {
    /// Each row's dots, the last one the lowest bit.
    var rows: [UInt8]
    var width: Int
  }

  private let letters: [Letter]
  /// Whether it is a number: words in quarters of cells are no longer letters to the eye.
  private let isFigure: Bool

  /// Characters without a letter here are shown as a blank.
  public init(_ text: String) {
    isFigure = text.allSatisfy { "0123456789.-e".contains($0) }
    letters = text.map { character in
      let slim = Self.slim[character].map { Letter(rows: $0, width: 1) }
      return slim ?? Letter(rows: Self.font[character] ?? [0, 0, 0, 0, 0], width: 3)
    }
  }

  /// Columns that it takes where there is room.
  public var width: Int { max(letters.reduce(0) { $0 + $1.width + 1 } - 1, 0) }

  /// Columns that it takes where there is little.
  private var leastWidth: Int { letters.reduce(0) { $0 + Self.leastWidth($1) } }

  private static func leastWidth(_ letter: Letter) -> Int { (letter.width + 1) / 2 }

  /// Nil where it has no room.
  public func frame(columns: Int) -> Frame? {
    if width <= columns { return wide }
    return isFigure && leastWidth <= columns ? narrow : nil
  }

  /// A dot is half a cell high and a cell wide.
  private var wide: Frame {
    var frame = Frame(width: width, height: 3)
    var start = 0
    for letter in letters {
      for (x, y) in cells(width: letter.width) {
        let (upper, lower) = (dot(letter, x, 2 * y), dot(letter, x, 2 * y + 1))
        frame[start + x, y] = Cell(upper ? (lower ? "█" : "▀") : lower ? "▄" : " ")
      }
      start += letter.width + 1
    }
    return frame
  }

  /// A dot is a quarter of a cell.
  private var narrow: Frame {
    var frame = Frame(width: leastWidth, height: 3)
    var start = 0
    for letter in letters {
      for (x, y) in cells(width: Self.leastWidth(letter)) {
        let dots = [(0, 0), (1, 0), (0, 1), (1, 1)].enumerated().reduce(0) { sum, corner in
          let isSet = dot(letter, 2 * x + corner.element.0, 2 * y + corner.element.1)
          return isSet ? sum | 1 << corner.offset : sum
        }
        frame[start + x, y] = Cell(Self.quarters[dots])
      }
      start += Self.leastWidth(letter)
    }
    return frame
  }

  private func cells(width: Int) -> [(Int, Int)] {
    (0..<3).flatMap { y in (0..<width).map { ($0, y) } }
  }

  private func dot(_ letter: Letter, _ x: Int, _ y: Int) -> Bool {
    y < 5 && x < letter.width && letter.rows[y] >> (letter.width - 1 - x) & 1 == 1
  }

  /// By upper left, upper right, lower left, lower right, the first the lowest bit.
  private static let quarters: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  /// Each row one dot, from the top.
  private static let slim: [Character: [UInt8]] = [
    "i": [1, 0, 1, 1, 1], "l": [1, 1, 1, 1, 1], ".": [0, 0, 0, 0, 1],
  ]

  /// Each row three dots, from the top.
  private static let font: [Character: [UInt8]] = [
    "a": [0, 0b110, 0b011, 0b101, 0b111], "b": [0b100, 0b110, 0b101, 0b101, 0b110],
    "c": [0, 0b011, 0b100, 0b100, 0b011], "d": [0b001, 0b011, 0b101, 0b101, 0b011],
    "e": [0, 0b111, 0b101, 0b110, 0b011], "f": [0b011, 0b100, 0b110, 0b100, 0b100],
    "g": [0b011, 0b101, 0b011, 0b001, 0b110], "k": [0b100, 0b101, 0b110, 0b110, 0b101],
    "n": [0, 0b110, 0b101, 0b101, 0b101], "o": [0, 0b010, 0b101, 0b101, 0b010],
    "p": [0, 0b110, 0b101, 0b110, 0b100], "r": [0, 0b101, 0b110, 0b100, 0b100],
    "s": [0, 0b011, 0b110, 0b011, 0b110], "t": [0b010, 0b111, 0b010, 0b010, 0b011],
    "u": [0, 0b101, 0b101, 0b101, 0b011], "w": [0, 0b101, 0b101, 0b111, 0b111],
    "z": [0, 0b111, 0b011, 0b100, 0b111], "N": [0b101, 0b111, 0b111, 0b101, 0b101],
    "0": [0b111, 0b101, 0b101, 0b101, 0b111], "1": [0b010, 0b110, 0b010, 0b010, 0b111],
    "2": [0b111, 0b001, 0b111, 0b100, 0b111], "3": [0b111, 0b001, 0b111, 0b001, 0b111],
    "4": [0b101, 0b101, 0b111, 0b001, 0b001], "5": [0b111, 0b100, 0b111, 0b001, 0b111],
    "6": [0b111, 0b100, 0b111, 0b101, 0b111], "7": [0b111, 0b001, 0b001, 0b010, 0b010],
    "8": [0b111, 0b101, 0b111, 0b101, 0b111], "9": [0b111, 0b101, 0b111, 0b001, 0b111],
    "-": [0, 0, 0b111, 0, 0], "_": [0, 0, 0, 0, 0b111],
    " ": [0, 0, 0, 0, 0],
  ]
}
