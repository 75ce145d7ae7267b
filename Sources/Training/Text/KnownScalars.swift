/// The numbers of characters of one scalar and of two, found without looking at what is the same
/// character in another spelling.
struct KnownScalars {
  private var ones = [UInt16](repeating: Self.unknown, count: 0x11_0000)
  private var twos: [UInt64: UInt16] = [:]

  private static let unknown = UInt16.max
  /// The rest is found the long way: what is kept stays small.
  private static let most = 1 << 14

  subscript(_ scalar: Unicode.Scalar) -> UInt16? {
    get {
      let number = ones[Int(scalar.value)]
      return number == Self.unknown ? nil : number
    }
    set { ones[Int(scalar.value)] = newValue ?? Self.unknown }
  }

  subscript(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt16? {
    get { twos[UInt64(first.value) << 32 | UInt64(second.value)] }
    set {
      guard twos.count < Self.most else { return }
      twos[UInt64(first.value) << 32 | UInt64(second.value)] = newValue
    }
  }
}

extension Unicode.Scalar {
  /// Certain without a closer look; the rest is left to Swift's rules. No text that is read holds a
  /// carriage return.
  func endsBefore(_ next: Unicode.Scalar) -> Bool {
    if value < 0x300, next.value < 0x300 { return true }
    return (standsApart || isLatinMark) && next.standsApart || self == "\n" || next == "\n"
  }

  /// A mark on the letter before it, and never the beginning of more.
  private var isLatinMark: Bool { (0x300...0x36F).contains(value) }

  /// Beside another of the kind it is a character of its own.
  private var standsApart: Bool {
    switch value {
    case 0...0x2FF, 0x370...0x482, 0x48A...0x58F, 0x1E00...0x1FFF, 0x2010...0x2027,
      0x2030...0x205F, 0x20A0...0x20CF, 0x2100...0x27BF, 0x2E80...0x3029, 0x3031...0x3098,
      0x309B...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFF9D, 0x1_F300...0x1_F3FA,
      0x1_F400...0x1_FAFF, 0x2_0000...0x3_FFFF:
      value != 0xD
    default: false
    }
  }
}
