extension TextFacts {
  /// How much there is to read, and what is kept back.
  /// - Parameter short: its name in no more than a few columns.
  public func words(named short: String) -> String {
    let amount = lines.map { "\($0.grouped) lines" } ?? "\(characters.grouped) characters"
    let kept = lines == nil ? "the last tenth" : "every tenth"
    return "\(amount) of \(short), \(symbols.grouped) symbols; \(kept) is for validation."
  }

  /// What the symbols leave out; nil where every character has its own.
  public var wordsOnRare: String? {
    guard rareCharacters > 0 else { return nil }
    return "Rare characters, in \(rareCharacters.counted("place")), are read as \u{FFFD}."
  }

  /// That validation measures lines that training reads; nil where all of its lines are new.
  public var wordsOnRepeats: String? {
    guard repeatedLines > 0, let kept = validationLines else { return nil }
    return "\(repeatedLines.grouped) of \(kept.grouped) validation lines "
      + (repeatedLines == 1 ? "is" : "are") + " in the training lines too."
  }
}
