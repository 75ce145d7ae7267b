internal import ArgumentParser
internal import Moves
internal import Training

/// What can be set about a run, with or without a screen.
struct RunOptions: ParsableArguments {
  @Argument(help: "What to learn; the lessons are listed below.")
  var lesson = "story"

  @Option(
    parsing: .unconditional,
    help: "Fixes everything random: data, first parameters, dropout.")
  var seed: UInt64?

  @Option(parsing: .unconditional, help: "Training steps that the schedule is made for.")
  var steps: Int?

  @Option(parsing: .unconditional, help: "Examples of one training step.")
  var batchSize: Int?

  @Option(parsing: .unconditional, help: "Parts a batch is split into; their gradients add up.")
  var microBatches: Int?

  @Option(parsing: .unconditional, help: "The highest learning rate of the schedule.")
  var learningRate: Double?

  @Option(parsing: .unconditional, help: "The ceiling for the norm of all gradients together.")
  var maxNorm: Double?

  func validate() throws {
    do {
      try hyperparameters().validate()
    } catch let error as HyperparameterError {
      throw ValidationError(error.description)
    }
  }

  /// The lesson's defaults, with what the person set in their place.
  func hyperparameters() throws(ValidationError) -> Hyperparameters {
    guard let facts = Lessons.named(lesson) else {
      let known = Lessons.all.map(\.name).joined(separator: ", ")
      throw ValidationError("There is no lesson '\(lesson)'; the lessons are \(known).")
    }
    var chosen = facts.defaults
    chosen.seed = seed ?? chosen.seed
    chosen.steps = steps ?? chosen.steps
    chosen.batchSize = batchSize ?? chosen.batchSize
    chosen.microBatches = microBatches ?? chosen.microBatches
    chosen.learningRate = learningRate ?? chosen.learningRate
    chosen.maxNorm = maxNorm ?? chosen.maxNorm
    return chosen
  }

  /// The words that ask for this very run again.
  func command(seed: UInt64) -> String {
    let set: [(String, String?)] = [
      ("--seed", "\(seed)"), ("--steps", steps.map { "\($0)" }),
      ("--batch-size", batchSize.map { "\($0)" }),
      ("--micro-batches", microBatches.map { "\($0)" }),
      ("--learning-rate", learningRate.map { "\($0)" }), ("--max-norm", maxNorm.map { "\($0)" }),
    ]
    let options = set.compactMap { name, value in value.map { " \(name) \($0)" } }
    return "fivemoves \(lesson)\(options.joined())"
  }
}
