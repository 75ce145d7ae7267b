import Autograd
import Models
import Moves
import Platform

/// A character MLP that learns to guess the next letter of a name, and so to invent names.
struct NamesTask: LessonTask {
  private let network: CharacterMLP
  private let corpus: NameCorpus
  private let memory = ExampleMemory()

  /// Numbers that stand for one letter.
  static let embedding = 10
  static let temperature = 1.0

  init(_ corpus: NameCorpus, _ hyperparameters: Hyperparameters) {
    self.corpus = corpus
    var generator = RandomStream.parameters.generator(seed: hyperparameters.seed)
    network = CharacterMLP(
      vocabulary: corpus.vocabulary.count, context: hyperparameters.context,
      embedding: Self.embedding, hidden: hyperparameters.width,
      initStd: Float(hyperparameters.initStd), seed: &generator)
  }

  var model: any Model { network }
  var vocabulary: [String] { corpus.vocabulary.symbols }
  var text: TextFacts? { corpus.text }
  var data: DataFacts? { corpus.data }
  var guessingLoss: Float? { log(Float(vocabulary.count)) }

  func forward(
    _ count: Int, from part: DataPart, drawnFrom sampler: inout BatchSampler, on tape: Tape
  ) -> ForwardPass {
    let examples = memory.drawn { corpus.draw(count, from: part, by: &sampler, into: &$0) }
    let logits = network.logits(examples.symbols, on: tape)
    return ForwardPass(
      loss: tape.crossEntropy(logits, targets: examples.classes), output: logits,
      examples: examples, count: count, targets: count)
  }

  func batch(of pass: ForwardPass) -> Batch? {
    Batch(
      inputs: BatchNumbers(.whole(pass.examples.symbols), shape: [pass.count, corpus.context]),
      targets: BatchNumbers(.whole(pass.examples.classes), shape: [pass.count]))
  }

  /// Names until so many letters are written, each marked if training has read it; all begin with
  /// the prompt.
  func write(
    _ options: SamplingOptions, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) -> Writing? {
    var names: [[UInt16]] = []
    var written = 0
    while written < options.length {
      guard let name = name(options, drawnFrom: &random, on: tape) else { break }
      names.append(name)
      written += name.count + 1
    }
    let invented = zip(names, corpus.isKnown(names)).map {
      InventedName(text: corpus.vocabulary.decode($0), isKnown: $1)
    }
    return Writing(prompt: "", text: invented.map(\.text).joined(separator: "\n"), names: invented)
  }

  /// Nil where there is no probability to draw by.
  private func name(
    _ options: SamplingOptions, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) -> [UInt16]? {
    var read = Array(repeating: corpus.boundary, count: corpus.context)
    read += corpus.vocabulary.encode(options.prompt ?? "").map(UInt16.init)
    let longest = read.count + Self.longestName
    repeat {
      tape.reset()
      let logits = network.logits(read.suffix(corpus.context).map(Int32.init), on: tape)
      let distribution = TokenDistribution(
        of: logits, row: 0, temperature: options.temperature ?? Self.temperature,
        topK: options.topK)
      guard let letter = distribution.draw(from: &random) else { return nil }
      read.append(UInt16(letter))
    } while read.last != corpus.boundary && read.count < longest
    let letters = read.dropFirst(corpus.context)
    return Array(letters.last == corpus.boundary ? letters.dropLast() : letters)
  }

  private static let longestName = 40

  func reading(of pass: ForwardPass) -> Reading {
    let readings = (0..<min(pass.count, TextReading.mostExamples)).map { reading(pass, row: $0) }
    return .text(TextReading(of: readings))
  }

  private func reading(_ pass: ForwardPass, row: Int) -> TextReading {
    let distribution = TokenDistribution(of: pass.output, row: row)
    let answer = Int(pass.examples.classes[row])
    let read = pass.examples.symbols[row * corpus.context..<(row + 1) * corpus.context]
    return TextReading(
      context: corpus.vocabulary.decode(read),
      answer: distribution.guess(answer, vocabulary),
      guesses: distribution.best(5).map { distribution.guess($0, vocabulary) },
      loss: distribution.loss(answer))
  }
}
