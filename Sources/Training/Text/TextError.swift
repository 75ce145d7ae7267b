import Moves

/// Why a text cannot be learned from: what it is, what was expected, and the way out.
public struct TextError: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Fault: Error, Sendable, Equatable {
    case empty
    case utf16
    case zeroByte(offset: Int)
    case notUTF8(byte: UInt8, offset: Int, line: Int)
    /// So many marks on one letter that no text is meant.
    case endlessCharacter(line: Int)
    /// One character over and over.
    case monotonous
    case tooShort(characters: Int, context: Int)
    case tooFewLines(Int, needed: Int)
  }

  public var name: String
  public var fault: Fault

  public init(name: String, fault: Fault) {
    self.name = name
    self.fault = fault
  }

  public var description: String { "\(name.asFile) \(words)" }

  private var words: String {
    switch fault {
    case .empty: "is empty; --text needs a file of UTF-8 text."
    case .utf16:
      "begins as UTF-16 does; --text needs UTF-8: convert it with iconv -f UTF-16 -t UTF-8."
    case .zeroByte(let offset):
      "is not text: its byte at offset \(offset) is zero. --text needs UTF-8 text."
    case .notUTF8(let byte, let offset, let line):
      "is not UTF-8: line \(line) has a wrong byte, 0x\(byte.hexadecimal(digits: 2, uppercase: true)) at offset \(offset). "
        + "Save it as UTF-8, or convert it, such as with iconv -f LATIN1 -t UTF-8."
    case .endlessCharacter(let line):
      "has a letter with more than \(CharacterNumbering.mostScalars - 1) marks on it in line \(line). Take it out."
    case .monotonous:
      "holds one character over and over; there is nothing to guess. --text needs a text."
    case .tooShort(let characters, let context): Self.tooShort(characters, context)
    case .tooFewLines(let count, let needed):
      "has \(count.counted("line that is", "lines that are")) not empty; at least \(needed) are needed, "
        + "an example each. Put one into each line."
    }
  }

  private static func tooShort(_ characters: Int, _ context: Int) -> String {
    let longest = OwnText.longestContext(characters: characters)
    let smaller = longest > 0 ? " or a --context of at most \(longest)" : ""
    return "has \(characters.counted("character")); with a context of \(context) at least "
      + "\(OwnText.leastCharacters(context: context).grouped) are needed, so that its last tenth, kept for "
      + "validation, holds \(context + 1). Take a longer text\(smaller)."
  }
}
