internal import Canvas
public import Moves

extension TextFacts {
  /// How much there is to read, and what is kept back.
  public var words: String {
    let short = Line(name).cut(to: 20, .unicode).text
    return "\(Figures.grouped(characters)) characters of \(short), \(Figures.grouped(symbols)) "
      + "symbols; the last tenth is for validation."
  }

  /// What the symbols leave out; nil where every character has its own.
  public var wordsOnRare: String? {
    guard rareCharacters > 0 else { return nil }
    return "\(Figures.grouped(rareCharacters)) rare characters are read as \u{FFFD}."
  }
}
