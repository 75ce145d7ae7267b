/// Reads bytes as UTF-8, strictly: no overlong forms, no surrogates, nothing beyond U+10FFFF.
struct UTF8Reader {
  struct Invalid: Error, Equatable {
    /// Of the first byte that cannot stand there, counted from 0.
    var offset: Int
  }

  private let bytes: [UInt8]
  private(set) var offset: Int

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next scalar; nil at the end.
  mutating func next() throws(Invalid) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let lead = bytes[offset]
    guard lead >= 0x80 else {
      offset += 1
      return Unicode.Scalar(lead)
    }
    return try sequence(lead)
  }

  private mutating func sequence(_ lead: UInt8) throws(Invalid) -> Unicode.Scalar {
    let start = offset
    let (count, second) = Self.form(lead)
    var value = UInt32(lead) & (0x7F >> UInt32(count))
    offset += 1
    for place in 1..<max(count, 2) {
      let allowed = place == 1 ? second : 0x80...0xBF
      guard offset < bytes.count, allowed.contains(bytes[offset]) else {
        throw Invalid(offset: start)
      }
      value = value << 6 | UInt32(bytes[offset] & 0x3F)
      offset += 1
    }
    guard count > 1, let scalar = Unicode.Scalar(value) else { throw Invalid(offset: start) }
    return scalar
  }

  /// How many bytes the lead byte announces and which may come second: the Unicode Standard,
  /// table 3-7. A count of 1 is for bytes that begin nothing.
  private static func form(_ lead: UInt8) -> (count: Int, second: ClosedRange<UInt8>) {
    switch lead {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (1, 0x80...0xBF)
    }
  }
}
