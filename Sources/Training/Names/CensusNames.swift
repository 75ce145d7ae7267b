import Moves

/// First names from the United States census of 1990: the 1,050 most frequent of women and of men, in
/// alphabetical order. The lists (dist.female.first, dist.male.first) are in the public domain.
enum CensusNames {
  static let data = DataFacts(lines: all, named: "the built-in names")

  /// A name a line; counted without making any of them.
  static let count = PackageResources.names_txt.count { $0 == UInt8(ascii: "\n") }

  private static let text = String(decoding: PackageResources.names_txt, as: UTF8.self)

  static let all = text.split(separator: "\n").map(String.init)

  /// How many different letters they hold, and the line break that ends each.
  static let symbolCount = CharacterVocabulary(of: text).count
}
