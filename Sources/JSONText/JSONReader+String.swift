extension JSONReader {
  mutating func string() throws(JSONError) -> String {
    try expect("\"")
    let start = place
    var text = ArraySlice<UInt8>()
    while let next, next != UInt8(ascii: "\"") {
      guard next >= 0x20 else { throw surprise() }
      if next == UInt8(ascii: "\\") {
        place += 1
        text += try escaped()
      } else {
        text = text.isEmpty ? plain() : text + plain()
      }
    }
    try expect("\"")
    guard let string = String(validating: text, as: UTF8.self) else {
      place = start
      throw error(.notUTF8)
    }
    return string
  }

  /// What stands for itself.
  private mutating func plain() -> ArraySlice<UInt8> {
    let rest = bytes[place...]
    let end = rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 }
    defer { place = end ?? bytes.endIndex }
    return rest[..<(end ?? bytes.endIndex)]
  }

  /// The character after a backslash, in UTF-8.
  private mutating func escaped() throws(JSONError) -> [UInt8] {
    guard let next else { throw error(.endsEarly) }
    if take("u") { return Array(String(Character(try escapedScalar())).utf8) }
    let names = Array("\"\\/bfnrt".utf8)
    let meanings = Array("\"\\/\u{8}\u{C}\n\r\t".utf8)
    guard let i = names.firstIndex(of: next) else { throw surprise() }
    place += 1
    return [meanings[i]]
  }

  /// Four digits, or twice four that belong together.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
    let start = place
    var code = try fourDigits()
    if 0xD800..<0xDC00 ~= code {
      try expect("\\")
      try expect("u")
      let low = try fourDigits()
      guard 0xDC00..<0xE000 ~= low else { throw error(.notUTF8) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else {
      place = start
      throw error(.notUTF8)
    }
    return scalar
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let next, let digit = Character(Unicode.Scalar(next)).hexDigitValue, next < 0x80 else {
        throw surprise()
      }
      code = code << 4 + UInt32(digit)
      place += 1
    }
    return code
  }
}
