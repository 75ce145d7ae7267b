import Autograd
import Models
public import Moves

/// A network that writes, without the data it learned from.
public final class TextGenerator {
  /// The parameters it needs before it can write.
  public let tensors: [TensorFacts]
  private let task: any LessonTask
  private let vocabulary: CharacterVocabulary

  /// - Parameter vocabulary: the symbols it knows, in the order of their numbers.
  /// - Throws: if the lesson's network does not write, or not with these symbols.
  public init(
    lesson name: String, hyperparameters: Hyperparameters, vocabulary symbols: [String]
  ) throws(TrainingError) {
    let lesson = try Lessons.lesson(name)
    guard let begin = lesson.beginWriting else { throw .doesNotWrite(name) }
    do { try hyperparameters.validate() } catch { throw .hyperparameter(error) }
    vocabulary = try Self.vocabulary(symbols)
    guard let task = begin(vocabulary, hyperparameters) else { throw .vocabulary }
    self.task = task
    task.model.isTraining = false
    tensors = task.model.parameters.specs.map { TensorFacts($0) }
  }

  /// - Parameter values: as many as all tensors hold, one after the other.
  public func setParameters(_ values: [Float]) {
    let parameters = task.model.parameters
    precondition(values.count == parameters.count, "\(values.count) for \(parameters.count)")
    _ = parameters.values.update(fromContentsOf: values)
  }

  /// The prompt and what the network writes after it; the same seed writes the same.
  /// - Throws: if the prompt has a character that it does not know.
  public func write(_ options: SamplingOptions, seed: UInt64) throws(TrainingError) -> String {
    let prompt = try options.prompt.map { prompt throws(TrainingError) in
      try Prompt(prompt, for: vocabulary)
    }
    var known = options
    known.prompt = prompt?.read
    var random = RandomStream.sampling.generator(seed: seed)
    let tape = Tape()
    let writing = tape.noGrad { task.write(known, drawnFrom: &random, on: tape) }
    guard let writing else { return "" }
    return (writing.prompt == prompt?.read ? prompt?.text ?? "" : writing.prompt) + writing.text
  }

  /// Those of a prompt's characters that it reads as the symbol for rare ones, each once.
  /// - Throws: if the prompt has a character that it does not know.
  public func rareCharacters(of prompt: String) throws(TrainingError) -> [Character] {
    try Prompt(prompt, for: vocabulary).rare
  }

  private static func vocabulary(_ symbols: [String]) throws(TrainingError) -> CharacterVocabulary {
    let characters = symbols.compactMap { $0.count == 1 ? $0.first : nil }
    guard !symbols.isEmpty, characters.count == symbols.count,
      Set(characters).count == symbols.count
    else { throw .vocabulary }
    return CharacterVocabulary(characters)
  }
}
