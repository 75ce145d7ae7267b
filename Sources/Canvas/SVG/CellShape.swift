/// A cell of lines, blocks or dots as a drawing: fonts leave gaps between those, or lack them.
///
/// Paths begin at the cell's upper left corner, in a cell of 9 by 18.
enum CellShape: Equatable {
  case stroke(String)
  case fill(String)
  /// All of the cell, as dense as that.
  case shade(Double)

  static let (width, height) = (9.0, 18.0)

  /// Nil for what is text.
  init?(_ glyph: Unicode.Scalar) {
    switch glyph.value {
    case 0x2500...0x257F:
      guard let path = Self.lines[glyph] else { return nil }
      self = .stroke(path)
    case 0x2591...0x2593: self = .shade(Double(glyph.value - 0x2590) / 4)
    case 0x2580...0x259F: self = .fill(Self.block(glyph.value))
    case 0x2800...0x28FF: self = .fill(Self.dots(glyph.value - 0x2800))
    default: return nil
    }
  }

  /// From the middle of each edge that they touch.
  private static let lines: [Unicode.Scalar: String] = [
    "─": "m0 9.5h9", "│": "m4.5 0v18",
    "┄": "m.5 9.5h2m1 0h2m1 0h2", "┆": "m4.5 1v4m0 2v4m0 2v4",
    "┌": "m9 9.5h-4.5v8.5", "┐": "m0 9.5h4.5v8.5",
    "└": "m4.5 0v9.5h4.5", "┘": "m4.5 0v9.5h-4.5",
    "├": "m4.5 0v18m0-8.5h4.5", "┤": "m4.5 0v18m0-8.5h-4.5",
    "┬": "m0 9.5h9m-4.5 0v8.5", "┴": "m0 9.5h9m-4.5 0v-9.5",
    "┼": "m0 9.5h9m-4.5-9.5v18",
    "╭": "m9 9.5h-.5a4 4 0 0 0-4 4v4.5", "╮": "m0 9.5h.5a4 4 0 0 1 4 4v4.5",
    "╰": "m4.5 0v5.5a4 4 0 0 0 4 4h.5", "╯": "m4.5 0v5.5a4 4 0 0 1-4 4h-.5",
  ]

  private static func block(_ value: UInt32) -> String {
    let eighths = Double(value & 15)
    return switch value {
    case 0x2580: rectangle(0, 0, 9, 9)
    case 0x2581...0x2588: rectangle(0, 18 - eighths * 2.25, 9, eighths * 2.25)
    case 0x2589...0x258F: rectangle(0, 0, (16 - eighths) * 1.125, 18)
    case 0x2590: rectangle(4.5, 0, 4.5, 18)
    case 0x2594: rectangle(0, 0, 9, 2.25)
    case 0x2595: rectangle(7.875, 0, 1.125, 18)
    default: quarters(value - 0x2596)
    }
  }

  /// Upper left, upper right, lower left, lower right: the bits 8, 4, 2, 1.
  private static let quarterBits = [2, 1, 8, 11, 9, 14, 13, 4, 6, 7]

  private static func quarters(_ index: UInt32) -> String {
    let bits = quarterBits[Int(index)]
    return [8, 4, 2, 1].enumerated().filter { bits & $0.element != 0 }.map { place, _ in
      rectangle(place % 2 == 0 ? 0 : 4.5, place < 2 ? 0 : 9, 4.5, 9)
    }.joined()
  }

  /// Braille counts three rows of two columns down, then the fourth row.
  private static func dots(_ bits: UInt32) -> String {
    (0..<8).filter { bits >> $0 & 1 == 1 }.map { bit in
      let (column, row) = bit < 6 ? (bit / 3, bit % 3) : (bit - 6, 3)
      return rectangle(0.75 + 4.5 * Double(column), 0.75 + 4.5 * Double(row), 3, 3)
    }.joined()
  }

  /// Ends where it began, so that the next one begins there too.
  static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let back = x == 0 && y == 0 ? "" : "m\((-x).short) \((-y).short)"
    return "m\(x.short) \(y.short)h\(width.short)v\(height.short)h\((-width).short)z" + back
  }
}

extension Double {
  /// Without a fraction where there is none.
  var short: String { self == rounded() ? "\(Int(self))" : "\(self)" }
}
