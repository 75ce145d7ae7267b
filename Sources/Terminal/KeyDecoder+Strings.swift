internal import Canvas

/// Strings that a terminal sends of its own accord, or as a late answer to another program.
extension KeyDecoder {
  /// Up to BEL, ST, or a cancellation; nothing of it is a key.
  mutating func takeInString(_ byte: UInt8, _ first: UInt8, _ missing: Int) {
    if missing > 0, (0x80..<0xC0).contains(byte) {
      let isTerminator = first == 0xC2 && byte == 0x9C
      state = isTerminator ? .ground : .string(first: 0, missing: missing - 1)
      return
    }
    switch byte {
    case 0x07, 0x18, 0x1A, 0x9C: state = .ground
    case 0x1B: state = .escapeInString
    default: state = .string(first: byte, missing: Self.length(from: byte) - 1)
    }
  }

  /// With a backslash it ends the string; else it begins something else.
  mutating func takeAfterEscapeInString(_ byte: UInt8) {
    state = byte == UInt8(ascii: "\\") ? .ground : .escape
    if state == .escape { take(Int(byte)) }
  }

  mutating func takePasted(_ byte: UInt8) {
    if paste?.take(byte) == true { endPaste() }
  }

  mutating func endPaste() {
    guard let paste else { return }
    keys.append(.paste(paste.text))
    self.paste = nil
  }

  /// Between `ESC [ 200 ~` and `ESC [ 201 ~`.
  struct Paste {
    static let begins = Array("200".utf8)
    private static let ends = Array("\u{1B}[201~".utf8)
    /// Nobody looks for anything longer.
    private static let most = 4096

    private var bytes: [UInt8] = []
    /// How much of the end has come.
    private var matched = 0

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// True once the end is complete.
    mutating func take(_ byte: UInt8) -> Bool {
      if byte == Self.ends[matched] {
        matched += 1
        return matched == Self.ends.count
      }
      let isAnother = byte == Self.ends[0]
      add(Self.ends[..<matched])
      matched = isAnother ? 1 : 0
      if !isAnother { add([byte]) }
      return false
    }

    private mutating func add(_ more: ArraySlice<UInt8>) {
      bytes += more.prefix(Self.most - bytes.count)
    }
  }
}
