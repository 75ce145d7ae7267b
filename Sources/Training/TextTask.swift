internal import Autograd
internal import Models
internal import Moves

/// A GPT and a text: from each stretch of characters, guess the one that follows.
final class TextTask: Task {
  private let corpus: Corpus
  private let context: Int
  private let gpt: GPT

  init(_ corpus: Corpus, _ hyperparameters: Hyperparameters, dropout: DropoutStream) {
    self.corpus = corpus
    context = hyperparameters.context
    var generator = MersenneTwister(stream: .parameters, of: hyperparameters.seed)
    gpt = GPT(
      shape: GPTShape(
        vocabulary: corpus.vocabulary.count, context: context, layers: hyperparameters.layers,
        heads: hyperparameters.heads, width: hyperparameters.width),
      dropout: Float(hyperparameters.dropout), initStd: Float(hyperparameters.initStd),
      seed: &generator, dropoutStream: dropout)
  }

  var model: any Model { gpt }
  var vocabulary: [String] { corpus.vocabulary }

  /// Stretches that begin anywhere, as nanoGPT's `get_batch` draws them.
  func batch(_ part: DataPart, examples: Int, random: inout MersenneTwister) -> Batch {
    let tokens = corpus.tokens(of: part)
    let starts = (0..<examples).map { _ in random.integer(below: tokens.count - context) }
    return stretches(of: tokens, from: starts)
  }

  func firstBatch(examples: Int) -> Batch {
    stretches(of: corpus.training, from: (0..<examples).map { $0 * context })
  }

  private func stretches(of tokens: [Int32], from starts: [Int]) -> Batch {
    .tokens(
      inputs: starts.flatMap { tokens[$0..<($0 + context)] },
      targets: starts.flatMap { tokens[($0 + 1)...($0 + context)] })
  }

  func forward(_ batch: Batch, on tape: Tape) -> Pass {
    guard case .tokens(let inputs, let targets) = batch else {
      preconditionFailure("a text task trains on tokens")
    }
    let logits = gpt.logits(inputs, context: context, on: tape)
    return Pass(
      output: logits, loss: tape.crossEntropy(logits, targets: targets), targets: targets.count)
  }

  /// The last character of the first stretch, and what came before it.
  func reading(of batch: Batch, _ pass: Pass) -> Reading {
    guard case .tokens(let inputs, let targets) = batch else {
      preconditionFailure("a text task trains on tokens")
    }
    let size = vocabulary.count
    let row = pass.output.values[((context - 1) * size)..<(context * size)]
    let guesses = Guess.all(logits: Array(row), symbols: vocabulary)
    let answer = guesses[Int(targets[context - 1])]
    let best = guesses.sorted { $0.logit > $1.logit }.prefix(Self.shownGuesses)
    return .text(
      TextReading(
        context: corpus.text(of: inputs[..<context].suffix(Self.shownContext)), answer: answer,
        guesses: Array(best), loss: -logarithm(answer.probability)))
  }

  private static let shownGuesses = 5
  private static let shownContext = 48

  /// Writes after an empty line, where a story begins; temperature 0.8.
  func sample(
    length: Int, random: inout MersenneTwister, on tape: Tape
  ) -> (String, String)? {
    let newline = corpus.vocabulary.firstIndex(of: "\n").map { Int32($0) } ?? 0
    var tokens: [Int32] = [newline, newline]
    for _ in 0..<length {
      let window = Array(tokens.suffix(context))
      let logits = tape.noGrad { gpt.logits(window, context: window.count, on: tape) }
      let last = logits.values.suffix(vocabulary.count)
      tokens.append(Int32(draw(from: Array(last), &random)))
      tape.reset()
    }
    return ("", corpus.text(of: tokens.dropFirst(2)))
  }

  private func draw(from logits: [Float], _ random: inout MersenneTwister) -> Int {
    let cooled = Guess.all(logits: logits.map { $0 / 0.8 }, symbols: vocabulary)
    var left = random.uniform()
    for (index, guess) in cooled.enumerated() {
      left -= guess.probability
      if left < 0 { return index }
    }
    return cooled.count - 1
  }
}
