/// The characters of a text, each with a number.
struct CharacterVocabulary {
  let symbols: [String]
  private let numbers: [Character: Int32]

  init(of text: String) {
    self.init(Set(text).sorted())
  }

  init(_ characters: [Character]) {
    symbols = characters.map(String.init)
    numbers = Dictionary(uniqueKeysWithValues: zip(characters, 0...))
  }

  var count: Int { symbols.count }

  /// Whether the last symbol stands for all characters that are too rare for one of their own.
  var hasRareSymbol: Bool {
    count == OwnText.mostSymbols && symbols.last == String(OwnText.rare)
  }

  /// The numbers of the characters it knows; others are left out.
  func encode(_ text: String) -> [Int32] { text.compactMap { numbers[$0] } }

  func decode(_ tokens: some Sequence<some BinaryInteger>) -> String {
    tokens.map { symbols[Int($0)] }.joined()
  }
}
