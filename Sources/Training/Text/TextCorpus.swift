import Autograd

/// A text in numbers, its last tenth kept back, and the batches drawn from it.
struct TextCorpus {
  let vocabulary: CharacterVocabulary
  let training: [Int32]
  let validation: [Int32]

  /// A story a line; the last tenth of the stories is for validation.
  init(stories: [String]) {
    let kept = stories.count - stories.count / 10
    let text = { (part: ArraySlice<String>) in part.map { $0 + "\n" }.joined() }
    vocabulary = CharacterVocabulary(of: text(stories[...]))
    training = vocabulary.encode(text(stories[..<kept]))
    validation = vocabulary.encode(text(stories[kept...]))
  }

  /// The longest context that both parts have an answer for.
  var longestContext: Int { min(training.count, validation.count) - 1 }

  func tokens(of part: DataPart) -> [Int32] { part == .training ? training : validation }

  /// nanoGPT's `get_batch`: rows from random places; a token's answer is the token after it.
  func batch(
    _ rows: Int, context: Int, from part: DataPart, drawnFrom random: inout MersenneTwister
  ) -> (tokens: [Int32], answers: [Int32]) {
    let text = tokens(of: part)
    let starts = (0..<rows).map { _ in random.integer(below: text.count - context) }
    return (
      starts.flatMap { text[$0..<$0 + context] }, starts.flatMap { text[$0 + 1...$0 + context] }
    )
  }
}
