import Autograd

/// Names in numbers: every letter of a name, and its end, is an example with the few letters before
/// it. A line break stands before and after each name.
struct NameCorpus {
  let vocabulary: CharacterVocabulary
  /// The names that training reads; every tenth is kept back.
  let training: Set<String>
  private let examples: [DataPart: [Example]]
  let context: Int

  struct Example: Equatable {
    var context: [Int32]
    var answer: Int32
  }

  static let boundary: Character = "\n"

  /// Fewer leave nothing to validate with.
  static let fewestNames = 10

  init(_ names: [String], context: Int) {
    self.context = context
    let kept = names.indices.filter { $0 % 10 == 9 }.map { names[$0] }
    let read = names.indices.filter { $0 % 10 != 9 }.map { names[$0] }
    let vocabulary = CharacterVocabulary(of: names.joined() + String(Self.boundary))
    let examples = { (names: [String]) in
      names.flatMap { Self.examples(of: vocabulary.encode($0), vocabulary.boundary, context) }
    }
    self.vocabulary = vocabulary
    self.examples = [.training: examples(read), .validation: examples(kept)]
    training = Set(read)
  }

  var boundary: Int32 { vocabulary.boundary }

  /// How many examples a part has.
  func count(of part: DataPart) -> Int { examples[part]?.count ?? 0 }

  /// `count` examples of one part, drawn with equal chances.
  func batch(
    _ count: Int, from part: DataPart, drawnFrom random: inout MersenneTwister
  ) -> [Example] {
    let all = examples[part] ?? []
    return (0..<count).map { _ in all[random.integer(below: all.count)] }
  }

  private static func examples(of name: [Int32], _ boundary: Int32, _ context: Int) -> [Example] {
    let padded = Array(repeating: boundary, count: context) + name + [boundary]
    return (0...name.count).map {
      Example(context: Array(padded[$0..<$0 + context]), answer: padded[$0 + context])
    }
  }
}

extension CharacterVocabulary {
  fileprivate var boundary: Int32 { encode(String(NameCorpus.boundary))[0] }
}
