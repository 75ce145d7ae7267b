extension Unicode.Scalar {
  /// A stand-in for what steers a terminal: control characters, and marks that turn the direction of
  /// what is written. The screen's cells show the same ones.
  public var tame: Unicode.Scalar {
    switch value {
    case 0x0A: "↵"
    case 0x09: "→"
    case 0..<0x20: Unicode.Scalar(0x2400 + value) ?? "·"
    case 0x7F: "␡"
    case 0x80..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069, 0x10FE80...0x10FEFF: "·"
    default: self
    }
  }
}

extension String {
  /// Character by character as it is, but for what steers a terminal; line ends stay.
  public var tame: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" ? $0 : $0.tame }))
  }

  /// The same in one line.
  public var tameLine: String { String(String.UnicodeScalarView(unicodeScalars.map(\.tame))) }
}
