internal import Canvas
internal import Moves
internal import Terminal

/// A word as a shell takes it back, and harmless to print.
struct ShellWord {
  private let word: String

  init(_ word: String) {
    self.word = word
  }

  var quoted: String { word.allSatisfy(Self.isHarmless) ? word.asFile : "$'\(escaped)'" }

  /// Printed as it is, on any terminal of this locale.
  private static func isHarmless(_ character: Character) -> Bool {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else {
      return false
    }
    return scalar.shown == scalar && (scalar.isASCII || PlainTerminal.showsUnicode)
  }

  /// What is not harmless stands there by its bytes.
  private var escaped: String {
    word.map { character in
      if character == "'" || character == "\\" { return "\\\(character)" }
      return Self.isHarmless(character)
        ? String(character)
        : String(character).fileNameBytes.map { "\\x" + $0.hexadecimal(digits: 2) }.joined()
    }.joined()
  }
}
