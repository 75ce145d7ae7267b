extension Hyperparameters {
  /// - Throws: the first hyperparameter, in the order a person reads them, that cannot be.
  public func validate() throws(HyperparameterError) {
    try validateCounts()
    try validateLearning()
    try validateModel()
  }

  private func validateCounts() throws(HyperparameterError) {
    try expect(steps >= 1, "--steps", steps, "at least 1")
    try expect(batchSize >= 1, "--batch-size", batchSize, "at least 1")
    try expect(microBatches >= 1, "--micro-batches", microBatches, "at least 1")
    try expect(
      batchSize % microBatches == 0, "--micro-batches", microBatches,
      "a number that divides --batch-size (\(batchSize))")
    try expect(batchSize <= 65_536, "--batch-size", batchSize, "at most 65536")
    try expect(evalInterval >= 1, "--eval-interval", evalInterval, "at least 1")
    try expect(evalBatches >= 1, "--eval-batches", evalBatches, "at least 1")
    // Whoever counts on from one of these must not come to more than an Int holds.
    let most = 1_000_000_000_000
    for (option, count) in [
      ("--steps", steps), ("--warmup", warmup), ("--eval-interval", evalInterval),
      ("--eval-batches", evalBatches),
    ] {
      try expect(count <= most, option, count, "at most \(most)")
    }
  }

  private func validateLearning() throws(HyperparameterError) {
    try expect(isPositive(learningRate), "--learning-rate", learningRate, "greater than 0")
    try expect(
      minLearningRate.isFinite && minLearningRate >= 0, "--min-learning-rate", minLearningRate,
      "0 or more")
    try expect(warmup >= 0, "--warmup", warmup, "0 or more")
    try expect(maxNorm > 0, "--max-norm", maxNorm, "greater than 0")
    try expect(
      weightDecay.isFinite && weightDecay >= 0, "--weight-decay", weightDecay, "0 or more")
    try expect(0..<1 ~= beta1, "--beta1", beta1, "at least 0 and less than 1")
    try expect(0..<1 ~= beta2, "--beta2", beta2, "at least 0 and less than 1")
    try expect(isPositive(eps), "--eps", eps, "greater than 0")
  }

  private func validateModel() throws(HyperparameterError) {
    try expect(0..<1 ~= dropout, "--dropout", dropout, "at least 0 and less than 1")
    try expect(isPositive(initStd), "--init-std", initStd, "greater than 0")
    try expect(layers >= 1, "--layers", layers, "at least 1")
    try expect(heads >= 1, "--heads", heads, "at least 1")
    try expect(width >= 1, "--width", width, "at least 1")
    try expect(
      width % heads == 0, "--heads", heads, "a number that divides --width (\(width))")
    try expect(context >= 1, "--context", context, "at least 1")
    try validateSize()
  }

  /// What memory and patience have room for, and arithmetic with sizes does not overflow.
  private func validateSize() throws(HyperparameterError) {
    try expect(layers <= 128, "--layers", layers, "at most 128")
    try expect(width <= 4096, "--width", width, "at most 4096")
    try expect(context <= 8192, "--context", context, "at most 8192")
    let widest = Int((Double(1 << 23) / Double(layers)).squareRoot())
    try expect(
      width <= widest, "--width", width, "at most \(widest) with \(layers.counted("layer"))")
  }

  private func isPositive(_ number: Double) -> Bool { number.isFinite && number > 0 }

  private func words(_ given: some CustomStringConvertible) -> String {
    (given as? Double)?.spelled ?? given.description
  }

  private func expect(
    _ isFulfilled: Bool, _ option: String, _ given: some CustomStringConvertible,
    _ expected: String
  ) throws(HyperparameterError) {
    guard !isFulfilled else { return }
    // What is infinite may well be greater than 0.
    let isInfinite = (given as? Double)?.isInfinite == true
    throw HyperparameterError(
      option: option, given: words(given),
      expected: isInfinite ? "a finite number, \(expected)" : expected)
  }
}
