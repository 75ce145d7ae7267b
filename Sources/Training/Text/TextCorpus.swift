import Autograd
import Moves

/// A text in numbers, its last tenth kept back, and the batches drawn from it.
struct TextCorpus {
  let vocabulary: CharacterVocabulary
  private let tokens: [UInt16]
  /// What tells the text from any other; nil for one that is no lesson's.
  let data: DataFacts?
  /// Where the part for validation begins.
  private let border: Int

  /// A story a line; the last tenth of the stories is for validation.
  init(stories: [String], data: DataFacts? = nil) {
    self.data = data
    let kept = stories.count - stories.count / 10
    let text = { (part: ArraySlice<String>) in part.map { $0 + "\n" }.joined() }
    let characters = text(stories[...])
    vocabulary = CharacterVocabulary(of: characters)
    tokens = vocabulary.encode(characters).map(UInt16.init)
    border = vocabulary.encode(text(stories[..<kept])).count
  }

  /// The last tenth of the characters is for validation.
  /// - Throws: if that is too short for a context and the answer after it.
  init(_ text: OwnText, context: Int) throws(TextError) {
    guard text.characters >= OwnText.leastCharacters(context: context) else {
      throw TextError(
        name: text.name, fault: .tooShort(characters: text.characters, context: context))
    }
    data = text.data
    vocabulary = text.vocabulary
    tokens = text.tokens
    border = tokens.count - tokens.count / 10
  }

  var training: ArraySlice<UInt16> { tokens[..<border] }
  var validation: ArraySlice<UInt16> { tokens[border...] }

  /// No text, for those who only write.
  init(vocabulary: CharacterVocabulary) {
    self.vocabulary = vocabulary
    data = nil
    tokens = []
    border = 0
  }

  /// The longest context that both parts have an answer for.
  var longestContext: Int { min(training.count, validation.count) - 1 }

  /// What a text is written on from: the end of a line, or the first character where all is one.
  var opening: String {
    vocabulary.symbols.contains("\n") ? "\n" : vocabulary.decode(tokens.prefix(1))
  }

  /// nanoGPT's `get_batch`: adds rows from random places; a token's answer is the token after it.
  /// A damaged batch has one and the same answer everywhere, the vocabulary's last symbol.
  func draw(
    _ rows: Int, context: Int, from part: DataPart, by sampler: inout BatchSampler,
    into examples: inout Examples
  ) {
    let text = part == .training ? training : validation
    let last = Int32(vocabulary.count - 1)
    for _ in 0..<rows {
      let start = text.startIndex + sampler.integer(below: text.count - context, length: context)
      for place in start..<start + context {
        examples.symbols.append(Int32(text[place]))
        examples.classes.append(sampler.isDamaged ? last : Int32(text[place + 1]))
      }
    }
  }
}
