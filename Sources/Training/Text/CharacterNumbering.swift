/// Numbers the characters of a text in the order in which they first appear, and counts them.
///
/// A character is what a person sees as one: a letter with its marks, an emoji family. The same
/// letter in one piece or with its mark apart (é) is one character, as Swift compares them.
struct CharacterNumbering {
  private(set) var tokens: [UInt16] = []
  private(set) var characters: [Character] = []
  private(set) var counts: [Int] = []
  private var numbers: [Character: UInt16] = [:]
  private var known = KnownScalars()
  /// Scalars that may yet grow together with those to come.
  private var pending: [Unicode.Scalar] = []
  private var last: Unicode.Scalar?

  /// No text has as many different characters; one that does loses those that appear last.
  static let mostCharacters = Int(overflow)
  /// The number of every character beyond the most that can be told apart.
  static let overflow = UInt16.max - 1
  /// Nobody reads a letter with more marks on it.
  static let mostScalars = 128

  mutating func reserve(_ count: Int) { tokens.reserveCapacity(count) }

  /// - Parameter line: where the scalar stands.
  mutating func append(_ scalar: Unicode.Scalar, line: Int) throws(TextError.Fault) {
    if let last, last.endsBefore(scalar) {
      try settle(last, line)
    } else if let last {
      pending.append(last)
      if pending.count == 2 * Self.mostScalars { try settleAllButLast(line) }
    }
    last = scalar
  }

  /// To be called after the last scalar.
  mutating func finish(line: Int) throws(TextError.Fault) {
    if let last { try settle(last, line) }
    last = nil
    guard !tokens.isEmpty else { throw .empty }
    guard characters.count > 1 else { throw .monotonous }
  }

  /// The tokens, for whoever goes on with them alone.
  mutating func takeTokens() -> [UInt16] {
    defer { tokens = [] }
    return tokens
  }

  /// The scalar is the last of its character.
  private mutating func settle(
    _ scalar: Unicode.Scalar, _ line: Int
  ) throws(TextError.Fault) {
    guard pending.isEmpty else {
      if pending.count == 1, let found = known[pending[0], scalar] {
        pending.removeAll(keepingCapacity: true)
        return take(found)
      }
      pending.append(scalar)
      let text = pendingText
      for character in text { try take(character, line) }
      return pending.removeAll(keepingCapacity: true)
    }
    take(number(of: scalar))
  }

  /// What ends before the last of the characters that wait can no longer change.
  private mutating func settleAllButLast(_ line: Int) throws(TextError.Fault) {
    let text = pendingText
    let end = text.index(before: text.endIndex)
    for character in text[..<end] { try take(character, line) }
    pending = Array(text[end...].unicodeScalars)
    if pending.count > Self.mostScalars { throw .endlessCharacter(line: line) }
  }

  private var pendingText: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: pending)
    return String(view)
  }

  private mutating func take(_ character: Character, _ line: Int) throws(TextError.Fault) {
    var scalars = character.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return }
    guard let second = scalars.next() else { return take(number(of: first)) }
    guard scalars.next() == nil else {
      let isEndless = character.unicodeScalars.count > Self.mostScalars
      if isEndless { throw .endlessCharacter(line: line) }
      return take(number(of: character))
    }
    if let found = known[first, second] { return take(found) }
    let found = number(of: character)
    known[first, second] = found
    take(found)
  }

  private mutating func take(_ number: UInt16) {
    tokens.append(number)
    if number < Self.overflow { counts[Int(number)] += 1 }
  }

  private mutating func number(of scalar: Unicode.Scalar) -> UInt16 {
    if let found = known[scalar] { return found }
    let found = number(of: Character(scalar))
    known[scalar] = found
    return found
  }

  private mutating func number(of character: Character) -> UInt16 {
    if let known = numbers[character] { return known }
    guard characters.count < Self.mostCharacters else { return Self.overflow }
    let number = UInt16(characters.count)
    numbers[character] = number
    characters.append(character)
    counts.append(0)
    return number
  }
}
