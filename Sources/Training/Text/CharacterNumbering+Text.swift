extension CharacterNumbering {
  /// Numbers a text of UTF-8 bytes. A byte order mark at its beginning is no part of it; CR LF and
  /// a lone CR end a line as LF does.
  init(ofText bytes: [UInt8]) throws(TextError.Fault) {
    try Self.checkKind(of: bytes)
    self.init()
    reserve(bytes.count)
    var reader = UTF8Reader(bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    var afterReturn = false
    do throws(UTF8Reader.Invalid) {
      while let scalar = try reader.next() {
        if !(afterReturn && scalar == "\n") { append(scalar == "\r" ? "\n" : scalar) }
        afterReturn = scalar == "\r"
      }
    } catch {
      throw Self.wrongByte(error.offset, of: bytes)
    }
    finish()
    guard !tokens.isEmpty else { throw .empty }
    guard characters.count > 1 else { throw .monotonous }
  }

  private static func checkKind(of bytes: [UInt8]) throws(TextError.Fault) {
    guard !bytes.isEmpty else { throw .empty }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    if let zero = bytes.firstIndex(of: 0) { throw .zeroByte(offset: zero) }
  }

  private static func wrongByte(_ offset: Int, of bytes: [UInt8]) -> TextError.Fault {
    let before = bytes[..<offset]
    let lines =
      before.count { $0 == 0xA }
      + zip(before, bytes.dropFirst()).count {
        $0 == 0xD && $1 != 0xA
      }
    return .notUTF8(byte: bytes[offset], offset: offset, line: lines + 1)
  }
}
