/// The characters curves are drawn with.
public enum PlotCharacters: String, CaseIterable, Sendable {
  case ascii
  case block
  case braille

  /// Dots that one cell holds, across and down.
  var dots: (across: Int, down: Int) {
    switch self {
    case .ascii: (1, 3)
    case .block: (1, 2)
    case .braille: (2, 4)
    }
  }

  /// The character for a cell with these dots set; bit x + across × y, from the top left.
  func glyph(for bits: UInt8) -> Unicode.Scalar {
    switch self {
    case .ascii: Self.asciiGlyphs[Int(bits)]
    case .block: Self.blockGlyphs[Int(bits)]
    case .braille: Self.brailleGlyph(for: bits)
    }
  }

  /// Top, middle, bottom: what is joined stands upright.
  private static let asciiGlyphs: [Unicode.Scalar] = [" ", "'", "-", "|", ".", ":", "|", "|"]
  private static let blockGlyphs: [Unicode.Scalar] = [" ", "▀", "▄", "█"]

  /// Unicode numbers the braille dots down the left column, then the right, the lowest row last.
  private static func brailleGlyph(for bits: UInt8) -> Unicode.Scalar {
    let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    let pattern = order.enumerated().reduce(UInt32(0)) { sum, dot in
      bits & (1 << UInt8(dot.offset)) == 0 ? sum : sum | dot.element
    }
    return Unicode.Scalar(0x2800 + pattern) ?? " "
  }
}
