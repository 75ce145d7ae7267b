internal import Moves

/// What another program wrote of one step: as much as it did.
struct Entry: Equatable {
  /// Completed steps.
  var step: Int
  var loss: Double?
  var gradNorm: Double?
  var learningRate: Double?
  var trainLoss: Double?
  var validationLoss: Double?

  /// - Parameter maxNorm: the ceiling of the gradients' norm, where a person has told it.
  func news(maxNorm: Double?) -> [News] {
    guard 0...Self.mostSteps ~= step else { return [] }
    return summary(maxNorm).map { [.ran([$0], lastMoves: [])] + evaluations } ?? evaluations
  }

  /// Takes in what another entry tells of the same step.
  mutating func merge(_ other: Entry) {
    (loss, gradNorm) = (loss ?? other.loss, gradNorm ?? other.gradNorm)
    learningRate = learningRate ?? other.learningRate
    trainLoss = trainLoss ?? other.trainLoss
    validationLoss = validationLoss ?? other.validationLoss
  }

  /// Nobody's run is longer.
  static let mostSteps = 1_000_000_000

  private func summary(_ maxNorm: Double?) -> StepSummary? {
    guard step >= 1, loss != nil || gradNorm != nil || learningRate != nil else { return nil }
    // As torch.nn.utils.clip_grad_norm_ computes it.
    let factor = maxNorm.flatMap { most in gradNorm.map { min(most / ($0 + 1e-6), 1) } }
    return StepSummary(
      step: step, loss: loss.map { Float($0) }, gradNorm: gradNorm, clipFactor: factor,
      clipped: factor.map { $0 < 1 }, learningRate: learningRate, updateNorm: nil)
  }

  private var evaluations: [News] {
    guard trainLoss != nil || validationLoss != nil else { return [] }
    return [
      .evaluated(
        EvaluationReport(
          step: step, trainLoss: trainLoss.map { Float($0) },
          validationLoss: validationLoss.map { Float($0) }))
    ]
  }
}
