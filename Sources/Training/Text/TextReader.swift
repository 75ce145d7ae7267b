import Moves

/// Takes in a text of UTF-8 bytes piece by piece, as a file hands them over, and keeps none of them:
/// only the characters' numbers. A byte order mark at its beginning is no part of the text; CR LF and
/// a lone CR end a line as LF does.
public struct TextReader {
  private let name: String
  private var utf8 = UTF8Reader()
  private var numbering = CharacterNumbering()
  private var digest = SHA256()
  private var line = 1
  private var afterReturn = false

  /// - Parameter name: what the screen and errors call the text.
  public init(named name: String, expecting bytes: Int) {
    self.name = name
    // The last line may lack its end, and get one.
    numbering.reserve(bytes + 1)
  }

  /// - Throws: as soon as the bytes are no text.
  public mutating func take(_ bytes: [UInt8]) throws(TextError) {
    do throws(TextError.Fault) {
      try read(bytes)
    } catch {
      throw TextError(name: name, fault: error)
    }
  }

  /// The text, once all of its bytes are taken: the reader is of no use after it.
  mutating func finish() throws(TextError) -> OwnText {
    do throws(TextError.Fault) {
      do throws(UTF8Reader.Invalid) {
        try utf8.finish()
      } catch {
        throw .notUTF8(byte: error.byte, offset: error.offset, line: line)
      }
      try numbering.finish(line: line)
    } catch {
      throw TextError(name: name, fault: error)
    }
    return OwnText(
      &numbering,
      DataFacts(origin: .file, name: name, bytes: digest.count, digest: digest.digits()))
  }

  private mutating func read(_ bytes: [UInt8]) throws(TextError.Fault) {
    let start = utf8.offset
    for byte in bytes {
      let scalar: Unicode.Scalar?
      do throws(UTF8Reader.Invalid) {
        scalar = try utf8.take(byte)
      } catch {
        throw fault(error, in: bytes, from: start)
      }
      if let scalar { try take(scalar) }
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) throws(TextError.Fault) {
    if scalar == "\0" { throw .zeroByte(offset: utf8.offset - 1) }
    let isMark = scalar == "\u{FEFF}" && utf8.offset == 3
    let isRestOfEnd = afterReturn && scalar == "\n"
    afterReturn = scalar == "\r"
    if isMark || isRestOfEnd { return }
    let read = afterReturn ? "\n" : scalar
    digest.take(read)
    try numbering.append(read, line: line)
    if read == "\n" { line += 1 }
  }

  /// A file that is no text at all is told by its first zero, where one is near.
  private func fault(
    _ wrong: UTF8Reader.Invalid, in bytes: [UInt8], from start: Int
  ) -> TextError.Fault {
    if start == 0, [[0xFF, 0xFE], [0xFE, 0xFF]].contains(bytes.prefix(2)) { return .utf16 }
    if let zero = bytes.firstIndex(of: 0) { return .zeroByte(offset: start + zero) }
    return .notUTF8(byte: wrong.byte, offset: wrong.offset, line: line)
  }
}

extension TextReader {
  /// The text, ready for a run of this lesson.
  public mutating func text(for lesson: String) throws(TextError) -> OwnText {
    var text = try finish()
    try Lessons.known(lesson)?.arrange?(&text)
    return text
  }
}
