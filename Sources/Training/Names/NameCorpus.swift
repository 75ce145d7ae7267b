import Autograd
import Moves

/// Names in numbers: every letter of a name, and its end, is an example with the few letters before
/// it. A line break stands before and after each name.
struct NameCorpus {
  let vocabulary: CharacterVocabulary
  let context: Int
  /// The line break's number.
  let boundary: UInt16
  /// The person's own text that the names are the lines of, where they are.
  let text: TextFacts?
  /// What tells the names from any others; nil for names that are no lesson's.
  let data: DataFacts?
  /// Names that training reads, each with its end, then those for validation: every tenth.
  private let letters: [UInt16]
  private let border: Int

  /// Fewer leave nothing to validate with.
  static let fewestNames = 10

  init(_ names: [String], context: Int, data: DataFacts? = nil) {
    vocabulary = CharacterVocabulary(of: names.joined(separator: "\n"))
    boundary = vocabulary.lineBreak
    let numbers = { [vocabulary] (isKept: Bool) in
      names.indices.filter { ($0 % 10 == 9) == isKept }
        .flatMap { vocabulary.encode(names[$0] + "\n").map(UInt16.init) }
    }
    let read = numbers(false)
    (letters, border) = (read + numbers(true), read.count)
    (text, self.context, self.data) = (nil, context, data)
  }

  /// - Throws: if the text has fewer than ten lines.
  init(_ text: OwnText, context: Int) throws(TextError) {
    var text = text
    try text.arrangeLines(atLeast: Self.fewestNames)
    (letters, border) = (text.lines?.letters ?? [], text.lines?.border ?? 0)
    vocabulary = text.vocabulary
    boundary = vocabulary.lineBreak
    (self.text, self.context, data) = (text.facts, context, text.data)
  }

  /// No names, for those who only write; nil if the line break is not among the symbols.
  init?(vocabulary: CharacterVocabulary, context: Int) {
    guard vocabulary.symbols.contains("\n") else { return nil }
    (self.vocabulary, boundary) = (vocabulary, vocabulary.lineBreak)
    (text, data, self.context) = (nil, nil, context)
    (letters, border) = ([], 0)
  }

  /// The letters and ends of one part's names, each of them an answer.
  func letters(of part: DataPart) -> ArraySlice<UInt16> {
    part == .training ? letters[..<border] : letters[border...]
  }

  /// Adds `count` examples of one part. A damaged batch has one and the same answer everywhere, the
  /// vocabulary's last symbol.
  func draw(
    _ count: Int, from part: DataPart, by sampler: inout BatchSampler, into examples: inout Examples
  ) {
    let letters = letters(of: part)
    for _ in 0..<count {
      let place = letters.startIndex + sampler.integer(below: letters.count)
      read(before: place, in: letters, into: &examples.symbols)
      examples.classes.append(
        sampler.isDamaged ? Int32(vocabulary.count - 1) : Int32(letters[place]))
    }
  }

  /// Adds the letters of the same name before it, and the line break for those that there are not.
  private func read(
    before place: Int, in letters: ArraySlice<UInt16>, into symbols: inout [Int32]
  ) {
    var length = 0
    while length < context, place - length > letters.startIndex,
      letters[place - length - 1] != boundary
    {
      length += 1
    }
    for _ in length..<context { symbols.append(Int32(boundary)) }
    for i in place - length..<place { symbols.append(Int32(letters[i])) }
  }

  /// Which of these names training has read.
  func isKnown(_ names: [[UInt16]]) -> [Bool] {
    // One with a line break in it is none that can be read.
    let lines = names.flatMap { ($0.contains(boundary) ? [] : $0) + [boundary] }
    return NameSearch(for: lines[...], endingWith: boundary).found(in: letters(of: .training))
  }
}

extension CharacterVocabulary {
  fileprivate var lineBreak: UInt16 { UInt16(encode("\n").first ?? 0) }
}
