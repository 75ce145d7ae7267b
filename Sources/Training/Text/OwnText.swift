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

  /// - Parameters:
  ///   - lines: the examples, where each line is one.
  ///   - repeated: how many of those for validation are among the others too.
  func facts(lines: Lines? = nil, repeated: Int = 0) -> TextFacts {
    var facts = TextFacts(
      name: name, characters: tokens.count, lines: lines?.tokens.count,
      symbols: (lines?.vocabulary ?? vocabulary).count, rareCharacters: rareCharacters)
    facts.repeatedLines = repeated
    return facts
  }

  var lineCount: Int {
    guard let end = vocabulary.symbols.firstIndex(of: "\n") else { return 1 }
    return tokens.count { $0 == end } + 1
  }

  /// Lines in numbers, and the symbols that stand in them or end them.
  struct Lines {
    var tokens: [[UInt16]]
    var vocabulary: CharacterVocabulary
  }

  /// Its lines in numbers, an example each, without the blanks around them; blank ones are left out.
  /// - Throws: if there are fewer than needed.
  func lines(atLeast needed: Int) throws(TextError) -> Lines {
    let isBlank = vocabulary.symbols.map { $0.allSatisfy(\.isWhitespace) }
    let lines = tokens.split { vocabulary.symbols[Int($0)] == "\n" }.compactMap { line in
      let letters = line.indices.filter { !isBlank[Int(line[$0])] }
      return letters.first.map { line[$0...letters[letters.count - 1]] }
    }
    guard lines.count >= needed else {
      throw TextError(name: name, fault: .tooFewLines(lines.count, needed: needed))
    }
    return used(in: lines)
  }

  /// Blanks that stood only around lines are no symbols of theirs.
  private func used(in lines: [ArraySlice<UInt16>]) -> Lines {
    var isUsed = vocabulary.symbols.map { $0 == "\n" || vocabulary.hasRareSymbol }
    for token in lines.joined() { isUsed[Int(token)] = true }
    var numbers = [UInt16](repeating: 0, count: isUsed.count)
    let kept = isUsed.indices.filter { isUsed[$0] }
    for (number, index) in kept.enumerated() { numbers[index] = UInt16(number) }
    return Lines(
      tokens: lines.map { line in line.map { numbers[Int($0)] } },
      vocabulary: CharacterVocabulary(kept.map { Character(vocabulary.symbols[$0]) }))
  }

  /// The last tenth must hold a context and the answer after it.
  static func leastCharacters(context: Int) -> Int { 10 * (context + 1) }

  static func longestContext(characters: Int) -> Int { max(characters / 10 - 1, 0) }
}
