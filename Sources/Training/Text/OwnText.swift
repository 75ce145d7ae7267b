public import Moves

/// A person's own text, checked and numbered once, ready for any number of runs.
public struct OwnText: Sendable {
  public let name: String
  /// What tells it from any other text.
  public let data: DataFacts
  private(set) var vocabulary: CharacterVocabulary
  /// Of its characters, one after the other; none where it is arranged in lines.
  private(set) var tokens: [UInt16]
  /// Its lines, for a lesson to which each is an example.
  private(set) var lines: TextLines?
  let characters: Int
  /// How many of these are too rare for a symbol of their own.
  let rareCharacters: Int

  /// More would make a small network mostly a table of symbols.
  static let mostSymbols = 2048
  /// Stands for every rarer character, as Unicode's replacement for what cannot be shown.
  static let rare: Character = "\u{FFFD}"

  /// - Parameters:
  ///   - bytes: UTF-8; a byte order mark is dropped, and every kind of line end becomes `\n`.
  ///   - name: what the screen and errors call it.
  public init(_ bytes: [UInt8], named name: String) throws(TextError) {
    var reader = TextReader(named: name, expecting: bytes.count)
    try reader.take(bytes)
    self = try reader.finish()
  }

  /// Takes the tokens: a text may be large, and stands in memory once.
  init(_ numbering: inout CharacterNumbering, _ data: DataFacts) {
    let choice = SymbolChoice(of: numbering, atMost: Self.mostSymbols)
    (name, self.data) = (data.name, data)
    vocabulary = CharacterVocabulary(choice.symbols)
    rareCharacters = choice.rareCharacters
    tokens = numbering.takeTokens()
    characters = tokens.count
    for place in tokens.indices { tokens[place] = choice.number(of: tokens[place]) }
  }

  var facts: TextFacts {
    var facts = TextFacts(
      name: name, characters: characters, lines: lines?.count, symbols: vocabulary.count,
      rareCharacters: rareCharacters)
    facts.repeatedLines = lines?.repeated ?? 0
    return facts
  }

  /// Makes an example of each line, in the place of the characters one after the other.
  /// - Throws: if there are fewer than needed.
  mutating func arrangeLines(atLeast needed: Int) throws(TextError) {
    guard lines == nil else { return }
    let arranged = TextLines(&tokens, vocabulary)
    guard arranged.count >= needed else {
      throw TextError(name: name, fault: .tooFewLines(arranged.count, needed: needed))
    }
    (lines, vocabulary, tokens) = (arranged, arranged.vocabulary, [])
  }

  /// The last tenth must hold a context and the answer after it.
  static func leastCharacters(context: Int) -> Int { 10 * (context + 1) }

  static func longestContext(characters: Int) -> Int { max(characters / 10 - 1, 0) }
}
