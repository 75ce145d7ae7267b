internal import Autograd
internal import Foundation
internal import Moves
internal import Testing

@testable internal import Training

/// Twenty steps of a broken loop without dropout, as PyTorch can make them too.
struct BrokenLoop {
  let lesson: String
  let breakage: String
  let trainer: Trainer

  static let steps = 20

  init(lesson: String, breakage name: String) throws {
    (self.lesson, breakage) = (lesson, name)
    let breakage = try #require(Breakage.named(name))
    // A bad batch comes forty steps after the start: here at step 10.
    let loop = Loop(hyperparameters: try Self.hyperparameters(lesson))
    trainer = try Trainer(lesson: lesson, loop: breakage.loops(of: loop, from: -30).broken)
  }

  private static func hyperparameters(_ lesson: String) throws -> Hyperparameters {
    guard lesson == "line" else { return try smallStory { $0.dropout = 0 }.hyperparameters }
    return try line { ($0.microBatches, $0.warmup) = (2, 5) }.hyperparameters
  }

  /// The mean loss of each step, and the norm after its last backward.
  func run() -> (losses: [Float], norms: [Double]) {
    var (losses, norms): ([Float], [Double]) = ([], [])
    for _ in 0..<Self.steps {
      let reports = trainer.make(steps: 1)
      losses.append(reports.last?.summary?.loss ?? .nan)
      norms.append(reports.backwards.last?.norm ?? 0)
    }
    return (losses, norms)
  }
}

/// What PyTorch needs to make the same run.
struct BrokenLoopInput: Encodable {
  let lesson: String
  let breakage: String
  let width, heads, layers, context, steps, warmup: Int
  let learningRate, minLearningRate, maxNorm, weightDecay, beta1, beta2: Double
  let weights: [String: [Float]]
  let batches: [[Batch]]

  struct Batch: Encodable {
    var inputs: Numbers
    var targets: Numbers
  }

  /// Tokens a row, or numbers.
  enum Numbers: Encodable {
    case tokens([[Int32]])
    case values([Float])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .tokens(let tokens): try tokens.encode(to: encoder)
      case .values(let values): try values.encode(to: encoder)
      }
    }
  }

  init(_ loop: BrokenLoop) throws {
    let trainer = loop.trainer
    let chosen = trainer.hyperparameters
    (lesson, breakage) = (loop.lesson, loop.breakage)
    (width, heads, layers) = (chosen.width, chosen.heads, chosen.layers)
    (context, steps, warmup) = (chosen.context, chosen.steps, chosen.warmup)
    (learningRate, minLearningRate) = (chosen.learningRate, chosen.minLearningRate)
    (maxNorm, weightDecay) = (chosen.maxNorm, chosen.weightDecay)
    (beta1, beta2) = (chosen.beta1, chosen.beta2)
    weights = Dictionary(
      uniqueKeysWithValues: zip(trainer.parameters.specs, trainer.parameters.tensors).map {
        ($0.name, Array($1.values))
      })
    batches = try (0..<BrokenLoop.steps).map { _ in try Self.batches(of: trainer) }
  }

  private static let corpus = TextCorpus(stories: Fables.stories)

  /// What each forward of the next step reads.
  private static func batches(of trainer: Trainer) throws -> [Batch] {
    let step = trainer.completedSteps
    var batches: [Batch] = []
    while trainer.completedSteps == step {
      var sampler = trainer.nextSampler()
      let isForward = trainer.nextMove.move == .forward
      let report = trainer.advance()
      guard isForward, case .forward(let forward) = report.outcome else { continue }
      if case .line(let line) = forward.reading {
        batches.append(
          Batch(inputs: .values(line.points.map(\.x)), targets: .values(line.points.map(\.y))))
        continue
      }
      let chosen = trainer.hyperparameters
      var rows = Examples()
      Self.corpus.draw(
        try #require(forward.examples), context: chosen.context, from: .training, by: &sampler,
        into: &rows)
      batches.append(
        Batch(
          inputs: .tokens(rows.symbols.rows(of: chosen.context)),
          targets: .tokens(rows.classes.rows(of: chosen.context))))
    }
    return batches
  }
}

extension [Int32] {
  fileprivate func rows(of width: Int) -> [[Int32]] {
    stride(from: 0, to: count, by: width).map { Array(self[$0..<$0 + width]) }
  }
}
