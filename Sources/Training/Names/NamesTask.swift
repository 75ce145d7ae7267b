import Autograd
import Models
import Moves

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A character MLP that learns to guess the next letter of a name, and so to invent names.
struct NamesTask: Task {
  private let network: CharacterMLP
  private let corpus: NameCorpus

  /// Numbers that stand for one letter.
  static let embedding = 10

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
    _ count: Int, from part: DataPart, drawnFrom draw: inout Draw, on tape: Tape
  ) -> ForwardPass {
    let batch = corpus.batch(count, from: part, drawnFrom: &draw)
    let logits = network.logits(batch.flatMap(\.context), on: tape)
    return ForwardPass(
      loss: tape.crossEntropy(logits, targets: batch.map(\.answer)), examples: count,
      targets: count, reading: { .text(reading(batch, logits)) },
      batch: {
        Batch(
          inputs: BatchNumbers(
            .whole(batch.flatMap(\.context)), shape: [count, corpus.context]),
          targets: BatchNumbers(.whole(batch.map(\.answer)), shape: [count]))
      })
  }

  /// Names until so many letters are written, each marked if training has read it; all begin with
  /// the prompt.
  func write(
    _ wish: WritingWish, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) -> Writing? {
    var names: [[UInt16]] = []
    var written = 0
    while written < wish.length {
      guard let name = name(wish, drawnFrom: &random, on: tape) else { break }
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
    _ wish: WritingWish, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) -> [UInt16]? {
    var read = Array(repeating: corpus.boundary, count: corpus.context)
    read += corpus.vocabulary.encode(wish.prompt ?? "").map(UInt16.init)
    let longest = read.count + Self.longestName
    repeat {
      tape.reset()
      let logits = network.logits(read.suffix(corpus.context).map(Int32.init), on: tape)
      let chances = Chances(
        of: logits, row: 0, temperature: wish.temperature ?? 1, topK: wish.topK)
      guard let letter = chances.draw(from: &random) else { return nil }
      read.append(UInt16(letter))
    } while read.last != corpus.boundary && read.count < longest
    let letters = read.dropFirst(corpus.context)
    return Array(letters.last == corpus.boundary ? letters.dropLast() : letters)
  }

  private static let longestName = 40

  private func reading(_ batch: [NameCorpus.Example], _ logits: Tensor) -> TextReading {
    let readings = batch.prefix(TextReading.mostExamples).enumerated().map {
      reading($1, logits, row: $0)
    }
    var first = readings[0]
    first.others = Array(readings.dropFirst())
    return first
  }

  private func reading(
    _ example: NameCorpus.Example, _ logits: Tensor, row: Int
  ) -> TextReading {
    let chances = Chances(of: logits, row: row)
    return TextReading(
      context: corpus.vocabulary.decode(example.context),
      answer: chances.guess(Int(example.answer), vocabulary),
      guesses: chances.best(5).map { chances.guess($0, vocabulary) },
      loss: chances.loss(Int(example.answer)))
  }
}
