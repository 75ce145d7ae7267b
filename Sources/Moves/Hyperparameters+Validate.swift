extension Hyperparameters {
  /// - Throws: the first hyperparameter, in the order a person reads them, that cannot be; then
  ///   what does not go together.
  public func validate() throws(HyperparameterError) {
    for row in Hyperparameter.all {
      if let objection = row.objection(self) { throw objection }
    }
    try expect(
      batchSize % microBatches == 0, "--micro-batches", microBatches,
      "a number that divides --batch-size (\(batchSize))")
    try expect(
      width % heads == 0, "--heads", heads, "a number that divides --width (\(width))")
    // What memory and patience have room for, and arithmetic with sizes does not overflow.
    let widest = Int((Double(1 << 23) / Double(layers)).squareRoot())
    try expect(
      width <= widest, "--width", width, "at most \(widest) with \(layers.counted("layer"))")
  }

  private func expect(
    _ isFulfilled: Bool, _ option: String, _ given: Int, _ expected: String
  ) throws(HyperparameterError) {
    guard !isFulfilled else { return }
    throw HyperparameterError(option: option, given: given, expected: expected)
  }
}
