internal import Canvas
public import Moves

extension TextFacts {
  /// How much there is to read, and what is kept back.
  public var words: String {
    let short = Line(name).cut(to: 20, .unicode).text
    let amount =
      lines.map { "\(Figures.grouped($0)) lines" } ?? "\(Figures.grouped(characters)) characters"
    let kept = lines == nil ? "the last tenth" : "every tenth"
    return "\(amount) of \(short), \(Figures.grouped(symbols)) symbols; \(kept) is for validation."
  }

  /// What the symbols leave out; nil where every character has its own.
  public var wordsOnRare: String? {
    guard rareCharacters > 0 else { return nil }
    return "Rare characters, in \(rareCharacters.counted("place")), are read as \u{FFFD}."
  }

  /// That validation measures lines that training reads; nil where all of its lines are new.
  public var wordsOnRepeats: String? {
    guard repeatedLines > 0, let kept = validationLines else { return nil }
    return "\(Figures.grouped(repeatedLines)) of \(Figures.grouped(kept)) validation lines "
      + (repeatedLines == 1 ? "is" : "are") + " in the training lines too."
  }
}
