extension Emulator {
  /// How many of these bytes can be taken in before a sequence or a character that is torn apart.
  static func completeCount(_ bytes: [UInt8]) -> Int {
    let tail = bytes.indices.suffix(40)
    if let escape = tail.last(where: { bytes[$0] == 0x1B }), !isComplete(bytes[escape...]) {
      return escape
    }
    guard let first = tail.suffix(4).last(where: { bytes[$0] & 0xC0 != 0x80 }) else {
      return bytes.count
    }
    let length = bytes[first] < 0xC0 ? 1 : bytes[first] < 0xE0 ? 2 : bytes[first] < 0xF0 ? 3 : 4
    return first + length > bytes.count ? first : bytes.count
  }

  private static func isComplete(_ sequence: ArraySlice<UInt8>) -> Bool {
    let rest = sequence.dropFirst()
    switch rest.first {
    case nil: return false
    case UInt8(ascii: "["): return rest.dropFirst().contains { (0x40..<0x7F).contains($0) }
    case UInt8(ascii: "("): return rest.count > 1
    default: return true
    }
  }
}
