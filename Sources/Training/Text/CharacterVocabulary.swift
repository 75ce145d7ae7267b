/// The characters of a text, each with a number.
struct CharacterVocabulary {
  let symbols: [String]
  private let numbers: [Character: Int32]
  /// Of the ASCII characters alone: a plain text is looked up byte by byte.
  private let plainNumbers: [Int32?]

  init(of text: String) {
    guard text.isPlain else {
      self.init(Set(text).sorted())
      return
    }
    var isThere = [Bool](repeating: false, count: 128)
    for byte in text.utf8 { isThere[Int(byte)] = true }
    self.init((0..<128).filter { isThere[$0] }.map { Character(Unicode.Scalar(UInt8($0))) })
  }

  init(_ characters: [Character]) {
    symbols = characters.map(String.init)
    let numbers = Dictionary(uniqueKeysWithValues: zip(characters, Int32(0)...))
    plainNumbers = (0..<128).map { numbers[Character(Unicode.Scalar(UInt8($0)))] }
    self.numbers = numbers
  }

  var count: Int { symbols.count }

  /// Whether the last symbol stands for all characters that are too rare for one of their own.
  var hasRareSymbol: Bool {
    count == OwnText.mostSymbols && symbols.last == String(OwnText.rare)
  }

  /// The numbers of the characters it knows; others are left out.
  func encode(_ text: String) -> [Int32] {
    text.isPlain
      ? text.utf8.compactMap { plainNumbers[Int($0)] } : text.compactMap { numbers[$0] }
  }

  func decode(_ tokens: some Sequence<some BinaryInteger>) -> String {
    tokens.map { symbols[Int($0)] }.joined()
  }
}

extension String {
  /// Whether each byte is a character: a carriage return and the line feed behind it are one.
  fileprivate var isPlain: Bool { utf8.allSatisfy { $0 < 128 && $0 != 13 } }
}
