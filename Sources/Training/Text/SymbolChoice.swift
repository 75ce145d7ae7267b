/// Which characters of a text get a symbol of their own: the most frequent ones, in their order.
struct SymbolChoice {
  let symbols: [Character]
  /// How many characters of the text share the symbol for rare ones.
  let rareCharacters: Int
  /// The symbol's number for each character's.
  private let numbers: [UInt16]
  private let rare: UInt16

  init(of text: CharacterNumbering, atMost most: Int) {
    var chosen = Array(text.characters.indices)
    if chosen.count > most || text.tokens.count > text.counts.reduce(0, +) {
      chosen.removeAll { text.characters[$0] == OwnText.rare }
      // Lines must keep their ends.
      let weights = text.characters.indices.map {
        text.characters[$0] == "\n" ? Int.max : text.counts[$0]
      }
      chosen.sort { (weights[$0], $1) > (weights[$1], $0) }
      chosen = Array(chosen.prefix(most - 1))
    }
    let isComplete = chosen.count == text.characters.count
    chosen.sort { text.characters[$0] < text.characters[$1] }
    symbols = chosen.map { text.characters[$0] } + (isComplete ? [] : [OwnText.rare])
    rare = UInt16(chosen.count)
    rareCharacters = text.tokens.count - chosen.reduce(0) { $0 + text.counts[$1] }
    var numbers = [UInt16](repeating: rare, count: text.characters.count)
    for (number, character) in chosen.enumerated() { numbers[character] = UInt16(number) }
    self.numbers = numbers
  }

  func number(of token: UInt16) -> UInt16 {
    token < numbers.count ? numbers[Int(token)] : rare
  }
}
