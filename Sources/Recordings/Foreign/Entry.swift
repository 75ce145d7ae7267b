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
  /// - Parameter last: the last step that was told of. An evaluation after a later one tells that
  ///   this one was made too.
  func news(maxNorm: Double?, after last: Int) -> [News] {
    guard 0...Self.mostSteps ~= step else { return [] }
    let passed = step > last && !evaluations.isEmpty ? untold : nil
    return ((summary(maxNorm) ?? passed).map { [.ran([$0], lastMoves: [])] } ?? []) + evaluations
  }

  private var untold: StepSummary {
    StepSummary(
      step: step, loss: nil, gradNorm: nil, clipFactor: nil, clipped: nil, learningRate: nil,
      updateNorm: nil)
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

  /// As torch.nn.utils.clip_grad_norm_ computes it, in single precision.
  private static func factor(norm: Double, _ maxNorm: Double) -> Double {
    let factor = 1 / (Float(norm) + 1e-6) * Float(maxNorm)
    return Double(factor > 1 ? 1 : factor)
  }

  private func summary(_ maxNorm: Double?) -> StepSummary? {
    guard step >= 1, loss != nil || gradNorm != nil || learningRate != nil else { return nil }
    let factor = maxNorm.flatMap { most in gradNorm.map { Self.factor(norm: $0, most) } }
    return StepSummary(
      step: step, loss: loss.map { Float($0) }, gradNorm: gradNorm, clipFactor: factor,
      clipped: factor.map { $0 < 1 && gradNorm?.isFinite == true }, learningRate: learningRate,
      updateNorm: nil)
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
