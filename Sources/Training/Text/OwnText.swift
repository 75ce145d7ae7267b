public import Moves

/// A person's own text, checked and numbered once, ready for any number of runs.
public struct OwnText: Sendable {
  public let name: String
  /// What tells it from any other text.
  public let data: DataFacts
  let vocabulary: CharacterVocabulary
  let tokens: [UInt16]
  /// How many of the tokens stand for characters too rare for a symbol of their own.
  let rareCharacters: Int

  /// More would make a small network mostly a table of symbols.
  static let mostSymbols = 2048
  /// Stands for every rarer character, as Unicode's replacement for what cannot be shown.
  static let rare: Character = "\u{FFFD}"

  /// - Parameters:
  ///   - bytes: UTF-8; a byte order mark is dropped, and every kind of line end becomes `\n`.
  ///   - name: what the screen and errors call it.
  public init(_ bytes: [UInt8], named name: String) throws(TextError) {
    self.name = name
    let numbering: CharacterNumbering
    do throws(TextError.Fault) {
      numbering = try CharacterNumbering(ofText: bytes)
    } catch {
      throw TextError(name: name, fault: error)
    }
    data = DataFacts(text: bytes, named: name)
    let choice = SymbolChoice(of: numbering, atMost: Self.mostSymbols)
    vocabulary = CharacterVocabulary(choice.symbols)
    tokens = numbering.tokens.map { choice.number(of: $0) }
    rareCharacters = choice.rareCharacters
  }

  /// - Parameter lines: how many examples there are, where each line is one.
  func facts(lines: Int? = nil) -> TextFacts {
    TextFacts(
      name: name, characters: tokens.count, lines: lines, symbols: vocabulary.count,
      rareCharacters: rareCharacters)
  }

  /// Its lines in numbers, an example each; blank ones are left out.
  /// - Throws: if there are fewer than needed.
  func lines(atLeast needed: Int) throws(TextError) -> [[UInt16]] {
    let isBlank = vocabulary.symbols.map { $0.allSatisfy(\.isWhitespace) }
    let lines = tokens.split { vocabulary.symbols[Int($0)] == "\n" }.filter { line in
      line.contains { !isBlank[Int($0)] }
    }
    guard lines.count >= needed else {
      throw TextError(name: name, fault: .tooFewLines(lines.count, needed: needed))
    }
    return lines.map(Array.init)
  }

  /// The last tenth must hold a context and the answer after it.
  static func leastCharacters(context: Int) -> Int { 10 * (context + 1) }

  static func longestContext(characters: Int) -> Int { max(characters / 10 - 1, 0) }
}
