/// Reads bytes as UTF-8, one after the other and strictly: no overlong forms, no surrogates, nothing
/// beyond U+10FFFF.
struct UTF8Reader {
  struct Invalid: Error, Equatable {
    /// Of the first byte that cannot stand there, counted from 0.
    var offset: Int
    var byte: UInt8
  }

  /// How many bytes have been taken.
  private(set) var offset = 0
  /// How many bytes the character under way still lacks, and which may come next.
  private var missing = 0
  private var allowed: ClosedRange<UInt8> = 0x80...0xBF
  private var value: UInt32 = 0
  private var lead = Invalid(offset: 0, byte: 0)

  /// The scalar that the byte completes; nil inside of one.
  mutating func take(_ byte: UInt8) throws(Invalid) -> Unicode.Scalar? {
    defer { offset += 1 }
    guard missing > 0 else { return try begin(byte) }
    guard allowed.contains(byte) else { throw lead }
    value = value << 6 | UInt32(byte & 0x3F)
    (missing, allowed) = (missing - 1, 0x80...0xBF)
    return missing == 0 ? Unicode.Scalar(value) : nil
  }

  /// To be called after the last byte.
  func finish() throws(Invalid) {
    if missing > 0 { throw lead }
  }

  private mutating func begin(_ byte: UInt8) throws(Invalid) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let (count, second) = Self.form(byte)
    lead = Invalid(offset: offset, byte: byte)
    guard count > 1 else { throw lead }
    value = UInt32(byte) & (0x7F >> UInt32(count))
    (missing, allowed) = (count - 1, second)
    return nil
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
