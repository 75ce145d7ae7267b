/// Numbers the characters of a text in the order in which they first appear, and counts them.
///
/// A character is what a person sees as one: a letter with its marks, an emoji family. The same
/// letter in one piece or with its mark apart (é) is one character, as Swift compares them.
struct CharacterNumbering {
  private(set) var tokens: [UInt16] = []
  private(set) var characters: [Character] = []
  private(set) var counts: [Int] = []
  private var numbers: [Character: UInt16] = [:]
  /// The numbers of characters of one scalar, so that the most are found without a search.
  private var direct = [UInt16](repeating: Self.unknown, count: 0x11_0000)
  /// Scalars that may yet grow together with those to come.
  private var pending = String.UnicodeScalarView()
  private var last: Unicode.Scalar?

  /// No text has as many different characters; one that does loses those that appear last.
  static let mostCharacters = Int(overflow)
  /// The number of every character beyond the most that can be told apart.
  static let overflow = UInt16.max - 1
  private static let unknown = UInt16.max

  mutating func reserve(_ count: Int) { tokens.reserveCapacity(count) }

  mutating func append(_ scalar: Unicode.Scalar) {
    if let last, last.endsBefore(scalar) {
      settle(last)
    } else if let last {
      pending.append(last)
    }
    last = scalar
  }

  /// To be called after the last scalar.
  mutating func finish() {
    if let last { settle(last) }
    last = nil
  }

  /// The scalar is the last of its character.
  private mutating func settle(_ scalar: Unicode.Scalar) {
    guard pending.isEmpty else {
      pending.append(scalar)
      for character in String(pending) { take(number(of: character)) }
      return pending.removeAll(keepingCapacity: true)
    }
    let known = direct[Int(scalar.value)]
    if known != Self.unknown { return take(known) }
    let found = number(of: Character(scalar))
    direct[Int(scalar.value)] = found
    take(found)
  }

  private mutating func take(_ number: UInt16) {
    tokens.append(number)
    if number < Self.overflow { counts[Int(number)] += 1 }
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

extension Unicode.Scalar {
  /// Certain without a closer look; the rest is left to Swift's rules.
  fileprivate func endsBefore(_ next: Unicode.Scalar) -> Bool {
    standsApart && next.standsApart || self == "\n" || next == "\n"
  }

  /// Beside another of the kind it is a character of its own.
  private var standsApart: Bool {
    switch value {
    case 0...0x2FF, 0x370...0x482, 0x48A...0x58F, 0x1E00...0x1FFF, 0x2010...0x2027,
      0x2030...0x205F, 0x20A0...0x20CF, 0x2100...0x27BF, 0x2E80...0x3029, 0x3031...0x3098,
      0x309B...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFF9D, 0x1_F300...0x1_F3FA,
      0x1_F400...0x1_FAFF, 0x2_0000...0x3_FFFF:
      value != 0xD
    default: false
    }
  }
}
