extension Unicode.Scalar {
  /// A stand-in for what a cell cannot hold: control characters become their pictures, characters
  /// that are invisible, joining or of uncertain width a middle dot, so that no text ever steers
  /// the terminal.
  public var shown: Unicode.Scalar {
    switch value {
    case 0x20..<0x7F: self
    case 0x0A: "↵"
    case 0x09: "→"
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "·"
    case 0x7F: "␡"
    default: columns == nil ? "·" : self
    }
  }
}

extension Character {
  /// The one scalar that a cell shows of it: the letter with its mark where there is such a scalar,
  /// else what the marks and the joined parts stand on.
  public var shown: Unicode.Scalar {
    let scalars = unicodeScalars
    guard scalars.count > 1 else { return scalars[scalars.startIndex].shown }
    if self == "\r\n" { return "↵" }
    return Precomposed.scalars[self] ?? scalars[scalars.startIndex].shown
  }
}

extension String {
  /// In one line, as cells show it.
  public var shown: String {
    String(String.UnicodeScalarView(map(\.shown)))
  }

  /// Columns that it takes.
  public var columns: Int { reduce(0) { $0 + ($1.shown.isWide ? 2 : 1) } }
}

/// Letters that Unicode also has in one piece; Swift compares both ways of writing as equal.
private enum Precomposed {
  static let scalars: [Character: Unicode.Scalar] = {
    let blocks: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x370...0x58F, 0x622...0x6D3, 0x929...0x934, 0x1E00...0x1FFF,
      0x3041...0x30FF, 0xAC00...0xD7A3,
    ]
    let letters = blocks.joined().compactMap(Unicode.Scalar.init)
    return Dictionary(letters.map { (Character($0), $0) }) { first, _ in first }
  }()
}
