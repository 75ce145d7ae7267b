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

  /// After `ESC [` or its like: a key that nothing is bound to, or a report.
  /// - Parameter last: nil where the rest has not come.
  mutating func endSequence(_ bytes: [UInt8], at last: UInt8?) {
    end(Self.isKey(bytes, last) ? .unknown : .report)
  }

  /// What keys send: `ESC [ 15 ~`, `ESC [ 1 ; 5 C`, `ESC [ 97 ; 5 u`, or no more than alt and a
  /// bracket; nothing with a mark of its own before the numbers or after them.
  private static func isKey(_ bytes: [UInt8], _ last: UInt8?) -> Bool {
    guard let last else { return bytes.isEmpty }
    let numbers = String(decoding: bytes, as: UTF8.self).split(
      separator: ";", omittingEmptySubsequences: false)
    let isPlain = bytes.allSatisfy { "0123456789;:".utf8.contains($0) }
    switch last {
    case _ where !isPlain: return false
    case UInt8(ascii: "~"), UInt8(ascii: "u"): return !bytes.isEmpty
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "P"), UInt8(ascii: "Q"),
      UInt8(ascii: "S"), UInt8(ascii: "Z"):
      return true
    // F3 with shift or its like; with any other numbers it tells where the cursor is.
    case UInt8(ascii: "R"):
      return numbers.count == 2 && numbers[0] == "1" && (2...16).contains(Int(numbers[1]) ?? 0)
    default: return false
    }
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
