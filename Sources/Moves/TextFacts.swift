/// What is known of a person's own text, once it is numbered.
public struct TextFacts: Sendable, Equatable {
  /// The file's name, as it is shown.
  public var name: String
  public var characters: Int
  /// How many examples it has, where each line is one; nil where it is read on end.
  public var lines: Int?
  /// How many different symbols the network knows it by.
  public var symbols: Int
  /// Characters of the text too rare for a symbol of their own: one symbol stands for all of them.
  public var rareCharacters: Int
  /// How many of the lines for validation are among those for training too, where a line is an example.
  public var repeatedLines = 0

  public init(name: String, characters: Int, lines: Int? = nil, symbols: Int, rareCharacters: Int) {
    self.name = name
    self.characters = characters
    self.lines = lines
    self.symbols = symbols
    self.rareCharacters = rareCharacters
  }

  /// Every tenth line, where each is an example.
  public var validationLines: Int? { lines.map { $0 / 10 } }
}
