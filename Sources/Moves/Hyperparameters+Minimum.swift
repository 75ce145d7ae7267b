extension Hyperparameters {
  /// A minimum that nobody asks for keeps its share of the learning rate where that is lowered
  /// from what it was in `before`.
  public mutating func lowerMinimum(from before: Hyperparameters) {
    guard learningRate < before.learningRate else { return }
    minLearningRate = before.minLearningRate * learningRate / before.learningRate
  }

  /// - Throws: if the schedule would rise from its peak to its minimum.
  public func validateMinimum() throws(HyperparameterError) {
    guard minLearningRate > learningRate else { return }
    throw HyperparameterError(
      option: "--min-learning-rate", given: minLearningRate.spelled,
      expected: "at most --learning-rate (\(learningRate.spelled))")
  }
}
