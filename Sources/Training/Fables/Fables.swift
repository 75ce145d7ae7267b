import Moves

/// Short fables in plain words, written for this program.
enum Fables {
  /// One story a line, which is how the network learns where a story ends.
  static let text = stories.map { $0 + "\n" }.joined()

  /// How many different characters they hold.
  static let symbolCount = Set(text).count

  static let data = DataFacts(lines: stories, named: "the built-in fables")

  static let stories = [first, second, third, fourth].flatMap(stories)

  /// A blank line parts two stories; the other line breaks are only the page's.
  private static func stories(on page: String) -> [String] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
  }
}
