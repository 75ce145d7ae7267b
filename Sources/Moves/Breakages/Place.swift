/// Where a mistake is seen best: a lesson, and what is set in it.
public struct Place: Sendable, Equatable {
  public var lesson: String
  public var settings: [Setting]
  /// Why it shows there, in a few words.
  public var why: String

  init(_ lesson: String, _ settings: Setting..., why: String) {
    (self.lesson, self.settings, self.why) = (lesson, settings, why)
  }

  public enum Setting: Sendable, Equatable {
    case steps(Int)
    case batchSize(Int)
    case microBatches(Int)
    case learningRate(Double)
    case warmup(Int)
    case maxNorm(Int)
    case dropout(Double)
  }

  /// As they are written behind the name of the program: "line --max-norm 1000".
  public var words: String { ([lesson] + settings.map(\.words)).joined(separator: " ") }

  /// The hyperparameters there, where these are the lesson's own.
  public func hyperparameters(from defaults: Hyperparameters) -> Hyperparameters {
    settings.reduce(into: defaults) { $1.apply(to: &$0) }
  }

  /// Whether this is such a run, with whatever seed.
  public func isSame(as run: RunFacts) -> Bool {
    var there = hyperparameters(from: run.lesson.defaults)
    there.seed = run.hyperparameters.seed
    return run.lesson.name == lesson && run.text == nil && run.hyperparameters == there
  }
}

extension Place.Setting {
  var words: String {
    switch self {
    case .steps(let steps): "--steps \(steps)"
    case .batchSize(let size): "--batch-size \(size)"
    case .microBatches(let count): "--micro-batches \(count)"
    case .learningRate(let rate): "--learning-rate \(rate)"
    case .warmup(let steps): "--warmup \(steps)"
    case .maxNorm(let norm): "--max-norm \(norm)"
    case .dropout(let share): "--dropout \(share)"
    }
  }

  func apply(to chosen: inout Hyperparameters) {
    switch self {
    case .steps(let steps): chosen.steps = steps
    case .batchSize(let size): chosen.batchSize = size
    case .microBatches(let count): chosen.microBatches = count
    case .learningRate(let rate): chosen.learningRate = rate
    case .warmup(let steps): chosen.warmup = steps
    case .maxNorm(let norm): chosen.maxNorm = Double(norm)
    case .dropout(let share): chosen.dropout = share
    }
  }
}
