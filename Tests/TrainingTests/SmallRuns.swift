internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

/// A GPT small enough to be trained in a test.
func smallStory(
  _ recipe: Recipe = .correct, change: (inout Hyperparameters) -> Void = { _ in }
) throws -> Trainer {
  var hyperparameters = try #require(Lessons.named("story")).defaults
  (hyperparameters.layers, hyperparameters.heads) = (1, 2)
  (hyperparameters.width, hyperparameters.context) = (16, 8)
  (hyperparameters.batchSize, hyperparameters.microBatches) = (4, 2)
  (hyperparameters.evalInterval, hyperparameters.evalBatches) = (3, 2)
  change(&hyperparameters)
  return try Trainer(lesson: "story", hyperparameters: hyperparameters, recipe: recipe)
}

func line(
  _ recipe: Recipe = .correct, change: (inout Hyperparameters) -> Void = { _ in }
) throws -> Trainer {
  var hyperparameters = try #require(Lessons.named("line")).defaults
  change(&hyperparameters)
  return try Trainer(lesson: "line", hyperparameters: hyperparameters, recipe: recipe)
}

/// Any lesson, in a size for tests.
func small(
  _ lesson: String, change: (inout Hyperparameters) -> Void = { _ in }
) throws -> Trainer {
  if lesson == "story" { return try smallStory(change: change) }
  var hyperparameters = try #require(Lessons.named(lesson)).defaults
  (hyperparameters.evalInterval, hyperparameters.evalBatches) = (3, 2)
  change(&hyperparameters)
  return try Trainer(lesson: lesson, hyperparameters: hyperparameters)
}

extension Trainer {
  /// The reports of `steps` training steps, from wherever the trainer stands.
  @discardableResult
  func make(steps: Int) -> [MoveReport] {
    let last = completedSteps + steps
    var reports: [MoveReport] = []
    while completedSteps < last { reports.append(advance()) }
    return reports
  }

  var bits: Bits { Bits(of: parameters.values.map(\.bitPattern)) }
}

/// Every parameter's bits, told shortly when they are not what was expected.
struct Bits: Equatable, CustomTestStringConvertible {
  private let words: [UInt32]

  init(of words: [UInt32]) { self.words = words }

  var testDescription: String { "\(words.count) words from \(words.prefix(3))" }
}

extension [MoveReport] {
  var updates: [UpdateReport] {
    compactMap { if case .step(let report) = $0.outcome { report } else { nil } }
  }
  var backwards: [BackwardReport] {
    compactMap { if case .backward(let report) = $0.outcome { report } else { nil } }
  }
  var forwards: [ForwardReport] {
    compactMap { if case .forward(let report) = $0.outcome { report } else { nil } }
  }
  var clips: [ClipReport] {
    compactMap { if case .clip(let report) = $0.outcome { report } else { nil } }
  }
  var zeroGrads: [ZeroGradReport] {
    compactMap { if case .zeroGrad(let report) = $0.outcome { report } else { nil } }
  }
  var failures: [String] {
    compactMap { if case .failed(let why) = $0.outcome { why } else { nil } }
  }
}
