/// What a class is called: short, and without letters that are taken for others.
enum ClassCode {
  private static let letters = Array("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
  static let length = 3

  static func random() -> String {
    String((0..<length).compactMap { _ in letters.randomElement() })
  }

  /// As a person may type it.
  static func read(_ word: String) -> String {
    let word = word.uppercased()
    return word.hasPrefix("CLASS-") ? String(word.dropFirst(6)) : word
  }

  static func socket(of code: String) -> String { "class-\(code).sock" }

  static func code(ofSocket name: String) -> String {
    String(name.dropFirst("class-".count).dropLast(".sock".count))
  }
}
