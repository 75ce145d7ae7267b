/// A page in the language of `man`.
struct Roff {
  private(set) var text = ""

  static func bold(_ words: String) -> String { "\\fB\(words.escaped)\\fR" }
  static func italic(_ words: String) -> String { "\\fI\(words.escaped)\\fR" }

  mutating func title(_ name: String, version: String) {
    line(#".TH \#(name) 1 "" "\#(version)" "User Commands""#)
    // A variable's name that is broken in two is another one.
    line(".nh")
  }

  mutating func section(_ name: String) { line(".SH \(name.uppercased().escaped)") }
  mutating func part(_ name: String) { line(".SS \(name.escaped)") }

  mutating func paragraph(_ words: String) {
    line(".PP")
    line(words.escaped)
  }

  /// Lines that stay as they are.
  mutating func lines(_ words: String) {
    line(".nf")
    line(words.escaped)
    line(".fi")
  }

  /// The same, set in a little from the words around them.
  mutating func example(_ words: String) {
    line(".PP")
    line(".RS 4")
    lines(words)
    line(".RE")
  }

  /// - Parameter term: marked already.
  mutating func entry(_ term: String, _ meaning: String) {
    line(".TP")
    line(term)
    line(meaning.escaped)
  }

  private mutating func line(_ words: String) { text += words + "\n" }
}

extension String {
  /// With what would be read as a command in its place as words.
  fileprivate var escaped: String {
    let plain = replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ".'".contains($0.first ?? " ") ? "\\&\($0)" : String($0) }
      .joined(separator: "\n")
  }
}
