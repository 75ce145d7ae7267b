/// What a person wants a text to go on from, as training would have read it.
struct Prompt {
  /// With every kind of line end as a text's.
  let text: String
  /// With the symbol for rare characters in the place of those.
  let read: String
  /// The characters that are read so, each once.
  let rare: [Character]

  /// - Throws: if it has a character that the vocabulary has no symbol for.
  init(_ given: String, for vocabulary: CharacterVocabulary) throws(TrainingError) {
    let text = given.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }
    let known = Set(vocabulary.symbols)
    var rare: [Character] = []
    for character in text where !known.contains(String(character)) {
      guard vocabulary.hasRareSymbol else { throw .unknownCharacter(character) }
      if !rare.contains(character) { rare.append(character) }
    }
    self.text = String(text)
    self.rare = rare
    read = String(text.map { rare.contains($0) ? OwnText.rare : $0 })
  }
}
