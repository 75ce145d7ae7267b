/// A text as tokens, one a character, in a training and a validation part.
struct Corpus: Sendable {
  /// Every character of the text, sorted; its place is its token.
  let vocabulary: [String]
  let training: [Int32]
  let validation: [Int32]

  /// The last tenth is kept for validation, from the beginning of a paragraph where there is one.
  init(_ text: String) {
    let characters = Array(text)
    let symbols = Set(characters).sorted()
    vocabulary = symbols.map { String($0) }
    let numbers = Dictionary(
      uniqueKeysWithValues: symbols.enumerated().map { ($1, Int32($0)) })
    let tokens = characters.compactMap { numbers[$0] }
    let split = Self.split(characters)
    training = Array(tokens[..<split])
    validation = Array(tokens[split...])
  }

  private static func split(_ characters: [Character]) -> Int {
    let wanted = characters.count * 9 / 10
    let later = characters.indices.dropFirst(wanted).dropFirst(1).first {
      characters[$0 - 1] == "\n" && characters[$0 - 2] == "\n"
    }
    return later ?? wanted
  }

  func tokens(of part: DataPart) -> [Int32] { part == .training ? training : validation }

  func text(of tokens: some Sequence<Int32>) -> String {
    tokens.map { vocabulary[Int($0)] }.joined()
  }
}
