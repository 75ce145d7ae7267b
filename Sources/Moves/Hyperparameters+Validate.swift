extension Hyperparameters {
  /// - Parameter given: the options that the person set; of two that do not go together one of these
  ///   is named.
  /// - Throws: the first hyperparameter, in the order a person reads them, that cannot be; then
  ///   what does not go together.
  public func validate(given: Set<String> = []) throws(HyperparameterError) {
    for row in Hyperparameter.all {
      if let objection = row.objection(self) { throw objection }
    }
    try expect(
      Part("--micro-batches", microBatches), divides: Part("--batch-size", batchSize), given)
    try expect(Part("--heads", heads), divides: Part("--width", width), given)
    // What memory and patience have room for, and arithmetic with sizes does not overflow.
    let widest = Int((Double(1 << 23) / Double(layers)).squareRoot())
    try expect(
      width <= widest, "--width", width, "at most \(widest) with \(layers.counted("layer"))")
  }

  private struct Part {
    var option: String
    var value: Int

    init(_ option: String, _ value: Int) { (self.option, self.value) = (option, value) }
  }

  private func expect(
    _ part: Part, divides whole: Part, _ given: Set<String>
  ) throws(HyperparameterError) {
    let isFulfilled = whole.value % part.value == 0
    if given.contains(whole.option), !given.contains(part.option) {
      try expect(
        isFulfilled, whole.option, whole.value,
        "a multiple of \(part.option) (\(part.value) here)")
    } else {
      try expect(
        isFulfilled, part.option, part.value,
        "a number that divides \(whole.option) (\(whole.value))")
    }
  }

  private func expect(
    _ isFulfilled: Bool, _ option: String, _ given: Int, _ expected: String
  ) throws(HyperparameterError) {
    guard !isFulfilled else { return }
    throw HyperparameterError(option: option, given: given, expected: expected)
  }
}
