import Autograd
import Models
import Moves
import Platform

/// A GPT that learns to guess the next character of a text.
struct LanguageTask: LessonTask {
  private let gpt: GPT
  private let corpus: TextCorpus
  private let memory = ExampleMemory()
  private let prompt: String
  private let context: Int
  let text: TextFacts?

  static let temperature = 0.8

  /// - Throws: if the text is too short for the context.
  init(
    _ corpus: TextCorpus, prompt: String, _ hyperparameters: Hyperparameters
  ) throws(HyperparameterError) {
    guard hyperparameters.context <= corpus.longestContext else {
      throw HyperparameterError(
        option: "--context", given: "\(hyperparameters.context)",
        expected: "at most \(corpus.longestContext) for \(corpus.data?.name ?? "this text")")
    }
    self.corpus = corpus
    self.prompt = prompt
    text = nil
    context = hyperparameters.context
    gpt = Self.model(corpus.vocabulary.count, hyperparameters)
  }

  init(_ text: OwnText, _ hyperparameters: Hyperparameters) throws(TrainingError) {
    do {
      corpus = try TextCorpus(text, context: hyperparameters.context)
    } catch {
      throw .text(error)
    }
    prompt = corpus.opening
    self.text = text.facts
    context = hyperparameters.context
    gpt = Self.model(corpus.vocabulary.count, hyperparameters)
  }

  /// One that only writes, with the symbols it knows in their order.
  init(writingWith vocabulary: CharacterVocabulary, _ hyperparameters: Hyperparameters) {
    corpus = TextCorpus(vocabulary: vocabulary)
    prompt = ""
    text = nil
    context = hyperparameters.context
    gpt = Self.model(vocabulary.count, hyperparameters)
  }

  var model: any Model { gpt }
  var dropoutStream: DropoutStream? { gpt.dropoutStream }
  var vocabulary: [String] { corpus.vocabulary.symbols }
  var data: DataFacts? { corpus.data }
  var guessingLoss: Float? { log(Float(vocabulary.count)) }

  func forward(
    _ count: Int, from part: DataPart, drawnFrom sampler: inout BatchSampler, on tape: Tape
  ) -> ForwardPass {
    let examples = memory.drawn {
      corpus.draw(count, context: context, from: part, by: &sampler, into: &$0)
    }
    let logits = gpt.logits(examples.symbols, context: context, on: tape)
    return ForwardPass(
      loss: tape.crossEntropy(logits, targets: examples.classes), output: logits,
      examples: examples, count: count, targets: examples.classes.count)
  }

  func batch(of pass: ForwardPass) -> Batch? {
    Batch(
      inputs: BatchNumbers(.whole(pass.examples.symbols), shape: [pass.count, context]),
      targets: BatchNumbers(.whole(pass.examples.classes), shape: [pass.count, context]))
  }

  func write(
    _ options: SamplingOptions, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) -> Writing? {
    let prompt = options.prompt ?? prompt
    var writer = TextWriter(
      corpus.vocabulary.encode(prompt), context: context,
      temperature: options.temperature ?? Self.temperature, topK: options.topK)
    while writer.written.count < options.length,
      writer.writeOne(with: gpt, drawnFrom: &random, on: tape)
    {}
    return Writing(prompt: prompt, text: corpus.vocabulary.decode(writer.written))
  }

  /// What the model made of the last place of each row, where it had read all of the row.
  func reading(of pass: ForwardPass) -> Reading {
    let (tokens, answers) = (pass.examples.symbols, pass.examples.classes)
    let rows = min(tokens.count / context, TextReading.mostExamples)
    let ends = (1...rows).map { $0 * context }
    let readings = ends.map { reading(tokens[..<$0], pass.output, answer: answers[$0 - 1]) }
    return .text(TextReading(of: readings))
  }

  private func reading(
    _ tokens: ArraySlice<Int32>, _ logits: Tensor, answer: Int32
  ) -> TextReading {
    let distribution = TokenDistribution(of: logits, row: tokens.count - 1)
    return TextReading(
      context: corpus.vocabulary.decode(tokens.suffix(min(40, context))),
      answer: distribution.guess(Int(answer), vocabulary),
      guesses: distribution.best(5).map { distribution.guess($0, vocabulary) },
      loss: distribution.loss(Int(answer)))
  }

  private static func model(_ vocabulary: Int, _ hyperparameters: Hyperparameters) -> GPT {
    var generator = RandomStream.parameters.generator(seed: hyperparameters.seed)
    return GPT(
      shape: GPTShape(vocabulary: vocabulary, hyperparameters),
      dropout: Float(hyperparameters.dropout), initStd: Float(hyperparameters.initStd),
      seed: &generator,
      dropoutStream: DropoutStream(seed: RandomStream.dropout.key(seed: hyperparameters.seed)))
  }
}
