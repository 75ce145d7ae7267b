import Autograd
import Moves

/// Names in numbers: every letter of a name, and its end, is an example with the few letters before
/// it. A line break stands before and after each name.
struct NameCorpus {
  let vocabulary: CharacterVocabulary
  let context: Int
  /// The line break's number.
  let boundary: UInt16
  /// The names that training reads; every tenth is kept back.
  let training: Set<[UInt16]>
  /// The person's own text that the names are the lines of, where they are.
  let text: TextFacts?
  /// What tells the names from any others; nil for names that are no lesson's.
  let data: DataFacts?
  private let parts: [DataPart: Part]

  /// An answer and the letters before it.
  struct Example: Equatable {
    var context: [Int32]
    var answer: Int32
  }

  /// Names one after the other with line breaks between them, and where the answers stand.
  private struct Part {
    var letters: [UInt16]
    var answers: [Int32] = []
  }

  /// Fewer leave nothing to validate with.
  static let fewestNames = 10

  init(_ names: [String], context: Int, data: DataFacts? = nil) {
    let vocabulary = CharacterVocabulary(of: names.joined(separator: "\n"))
    self.init(
      names.map { vocabulary.encode($0).map(UInt16.init) }, in: vocabulary, context: context,
      text: nil, data: data)
  }

  /// - Throws: if the text has fewer than ten lines.
  init(_ text: OwnText, context: Int) throws(TextError) {
    let lines = try text.lines(atLeast: Self.fewestNames)
    let (kept, read) = Self.parted(lines.tokens)
    let training = Set(read)
    self.init(
      lines.tokens, in: lines.vocabulary, context: context,
      text: text.facts(lines: lines, repeated: kept.count { training.contains($0) }),
      data: text.data)
  }

  /// Every tenth for validation, and the others.
  private static func parted(_ names: [[UInt16]]) -> (kept: [[UInt16]], read: [[UInt16]]) {
    let kept = names.indices.filter { $0 % 10 == 9 }.map { names[$0] }
    return (kept, names.indices.filter { $0 % 10 != 9 }.map { names[$0] })
  }

  private init(
    _ names: [[UInt16]], in vocabulary: CharacterVocabulary, context: Int, text: TextFacts?,
    data: DataFacts?
  ) {
    self.text = text
    self.data = data
    self.vocabulary = vocabulary
    self.context = context
    boundary = UInt16(vocabulary.encode("\n")[0])
    let (kept, read) = Self.parted(names)
    training = Set(read)
    parts = [
      .training: Self.part(read, context, boundary),
      .validation: Self.part(kept, context, boundary),
    ]
  }

  private static func part(_ names: [[UInt16]], _ context: Int, _ boundary: UInt16) -> Part {
    let gap = Array(repeating: boundary, count: max(context, 1))
    var part = Part(letters: gap)
    for name in names {
      let start = Int32(part.letters.count)
      part.answers += start...start + Int32(name.count)
      part.letters += name + gap
    }
    return part
  }

  /// No names, for those who only write; nil if the line break is not among the symbols.
  init?(vocabulary: CharacterVocabulary, context: Int) {
    guard vocabulary.symbols.contains("\n") else { return nil }
    self.init([], in: vocabulary, context: context, text: nil, data: nil)
  }

  /// How many examples a part has.
  func count(of part: DataPart) -> Int { parts[part]?.answers.count ?? 0 }

  /// `count` examples of one part. A damaged batch has one and the same answer everywhere, the
  /// vocabulary's last symbol.
  func batch(
    _ count: Int, from part: DataPart, drawnFrom draw: inout Draw
  ) -> [Example] {
    guard let part = parts[part] else { return [] }
    return (0..<count).map { _ in
      let place = Int(part.answers[draw.integer(below: part.answers.count)])
      return Example(
        context: part.letters[place - context..<place].map(Int32.init),
        answer: draw.isDamaged ? Int32(vocabulary.count - 1) : Int32(part.letters[place]))
    }
  }
}
