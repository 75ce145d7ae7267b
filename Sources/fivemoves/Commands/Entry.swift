internal import Canvas

/// A word and what it means, in two columns of the help page.
struct Entry {
  private let word: String
  private let meaning: String

  init(_ word: String, _ meaning: String) {
    (self.word, self.meaning) = (word, meaning)
  }

  private static let indent = 14
  /// Of the narrowest terminal that the help page fits.
  private static let columns = 79

  var lines: String {
    let start = "  \(word)"
    let column = start + String(repeating: " ", count: max(Self.indent - start.count, 1))
    let next = "\n" + String(repeating: " ", count: Self.indent)
    return column
      + Paragraph(meaning).lines(columns: Self.columns - Self.indent).map(\.text)
      .joined(separator: next)
  }
}
