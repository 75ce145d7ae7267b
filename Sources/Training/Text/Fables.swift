import Moves

/// Short fables in plain words, written for this program. One story a line, which is how the network
/// learns where a story ends.
enum Fables {
  static let text = String(decoding: PackageResources.fables_txt, as: UTF8.self)

  /// How many different characters they hold.
  static let symbolCount = CharacterVocabulary(of: text).count

  static let data = DataFacts(lines: stories, named: "the built-in fables")

  static let stories = PackageResources.fables_txt.split(separator: 10).map {
    String(decoding: $0, as: UTF8.self)
  }
}
