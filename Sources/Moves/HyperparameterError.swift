/// A hyperparameter that cannot be used: which option, what it was, what is expected.
public struct HyperparameterError: Error, Equatable, CustomStringConvertible {
  public var option: String
  public var value: String
  public var expected: String

  public var description: String { "\(option) is \(value); expected \(expected)." }
}

extension Hyperparameters {
  /// Throws for the first value that training could not use.
  public func validate() throws(HyperparameterError) {
    try require(steps >= 1, "--steps", steps, "1 or more")
    try require(batchSize >= 1, "--batch-size", batchSize, "1 or more")
    try require(microBatches >= 1, "--micro-batches", microBatches, "1 or more")
    try require(
      batchSize % max(microBatches, 1) == 0, "--micro-batches", microBatches,
      "a number that divides the batch size of \(batchSize)")
    try require(
      learningRate.isFinite && learningRate > 0, "--learning-rate", learningRate,
      "a number above 0, such as 0.001")
    try require(
      minLearningRate.isFinite && minLearningRate >= 0, "--min-learning-rate", minLearningRate,
      "0 or more")
    try require(warmup >= 0, "--warmup", warmup, "0 or more steps")
    try require(maxNorm > 0, "--max-norm", maxNorm, "a number above 0, such as 1.0")
    try require(
      weightDecay.isFinite && weightDecay >= 0, "--weight-decay", weightDecay, "0 or more")
    try require((0..<1).contains(beta1), "--beta1", beta1, "0 or more, below 1")
    try require((0..<1).contains(beta2), "--beta2", beta2, "0 or more, below 1")
    try require((0..<1).contains(dropout), "--dropout", dropout, "0 or more, below 1")
    try require(initStd.isFinite && initStd > 0, "--init-std", initStd, "a number above 0")
    try require(evalInterval >= 1, "--eval-interval", evalInterval, "1 or more")
    try require(evalBatches >= 1, "--eval-batches", evalBatches, "1 or more")
    try require(layers >= 1, "--layers", layers, "1 or more")
    try require(context >= 1, "--context", context, "1 or more")
    try require(
      heads >= 1 && width >= 1 && width % max(heads, 1) == 0, "--heads", heads,
      "a number that divides the width of \(width)")
  }

  private func require(
    _ holds: Bool, _ option: String, _ value: some CustomStringConvertible, _ expected: String
  ) throws(HyperparameterError) {
    guard holds else {
      throw HyperparameterError(
        option: option, value: value.description, expected: expected)
    }
  }
}
