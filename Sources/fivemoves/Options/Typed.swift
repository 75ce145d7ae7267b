internal import ArgumentParser
internal import Moves

/// Numbers and words as a person types them; what is none is told what is expected.
enum Typed {
  /// The value of a hyperparameter, as the program writes it.
  static func text(_ text: String, as kind: Hyperparameter.Kind) throws -> String {
    switch kind {
    case .whole: return try whole(text).description
    case .count: return try count(text).description
    case .number: return try number(text).description
    case .word(let known):
      if known.contains(text) { return text }
      throw unknown(known)
    }
  }

  /// One of the few words that an option knows.
  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ text: String
  ) throws -> Choice {
    if let choice = Choice(rawValue: text) { return choice }
    throw unknown(Choice.allCases.map(\.rawValue))
  }

  private static func unknown(_ known: [String]) -> ValidationError {
    ValidationError("it must be \(known.listed(with: "or"))")
  }

  static func whole(_ text: String) throws -> Int {
    if let number = Int(text) { return number }
    throw Self.isWhole(text)
      ? ValidationError("it must be nearer to 0")
      : ValidationError("it must be a whole number in digits, such as 20")
  }

  /// One of zero or more.
  static func count(_ text: String) throws -> UInt64 {
    if let number = UInt64(text) { return number }
    throw Self.isWhole(text)
      ? ValidationError("it must be from 0 to \(UInt64.max)")
      : ValidationError("it must be a whole number in digits, such as 20")
  }

  static func number(_ text: String) throws -> Double {
    guard let number = Double(text) else {
      throw ValidationError("it must be a number, such as 20, 0.5 or 1e-3")
    }
    return number
  }

  private static func isWhole(_ text: String) -> Bool {
    let digits = text.drop { $0 == "-" || $0 == "+" }
    return text.count - digits.count < 2 && !digits.isEmpty
      && digits.allSatisfy("0123456789".contains)
  }
}
