extension Hyperparameters {
  /// A minimum that nobody asks for keeps its share of the learning rate where that is lowered
  /// from what it was in `before`.
  public mutating func lowerMinimum(from before: Hyperparameters) {
    minLearningRate = before.minimum(at: learningRate)
  }

  /// The minimum that nobody asks for of a run that goes on with another learning rate: as the
  /// lesson has it where it was so in `before`.
  public mutating func lowerMinimum(from before: Hyperparameters, ofLesson own: Hyperparameters) {
    guard learningRate != before.learningRate else { return }
    let wasOwn = before.minLearningRate == own.minimum(at: before.learningRate)
    lowerMinimum(from: wasOwn ? own : before)
  }

  private func minimum(at rate: Double) -> Double {
    rate < learningRate ? minLearningRate * rate / learningRate : minLearningRate
  }

  /// - Throws: if the schedule would rise from its peak to its minimum.
  public func validateMinimum() throws(HyperparameterError) {
    guard minLearningRate > learningRate else { return }
    throw HyperparameterError(
      option: "--min-learning-rate", given: minLearningRate,
      expected: "at most --learning-rate (\(learningRate.spelled))")
  }
}
