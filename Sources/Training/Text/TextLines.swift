/// The lines of a text in numbers, an example each, without the blanks around them; blank lines are
/// left out, and every tenth is for validation.
struct TextLines: Sendable {
  /// The symbols that stand in lines, and the one that ends them.
  let vocabulary: CharacterVocabulary
  /// Lines that training reads, each with its end, then those for validation.
  let letters: [UInt16]
  /// Where those for validation begin.
  let border: Int
  let count: Int
  /// How many of those for validation are among the others too.
  let repeated: Int

  /// Takes the tokens of a text: a large one is not copied.
  init(_ tokens: inout [UInt16], _ known: CharacterVocabulary) {
    let end = known.symbols.firstIndex(of: "\n").map(UInt16.init)
    var parting = LineParting(&tokens, isBlank: known.symbols.map { $0.allSatisfy(\.isWhitespace) })
    var letters = parting.part(at: end)
    (border, count) = (parting.border, parting.count)
    vocabulary = Self.renumber(&letters, known)
    let boundary = vocabulary.symbols.firstIndex(of: "\n").map(UInt16.init) ?? 0
    repeated = NameSearch(for: letters[border...], endingWith: boundary)
      .count(in: letters[..<border])
    self.letters = letters
  }

  /// Blanks that stood only around lines are no symbols of theirs.
  private static func renumber(
    _ letters: inout [UInt16], _ known: CharacterVocabulary
  ) -> CharacterVocabulary {
    var isUsed = known.symbols.map { $0 == "\n" || known.hasRareSymbol }
    for letter in letters { isUsed[Int(letter)] = true }
    let kept = isUsed.indices.filter { isUsed[$0] }
    guard kept.count < known.count else { return known }
    var numbers = [UInt16](repeating: 0, count: isUsed.count)
    for (number, index) in kept.enumerated() { numbers[index] = UInt16(number) }
    for place in letters.indices { letters[place] = numbers[Int(letters[place])] }
    return CharacterVocabulary(kept.map { Character(known.symbols[$0]) })
  }
}
