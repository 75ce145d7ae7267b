internal import Moves

/// Gathers what the moves of one step left behind.
struct StepLedger {
  private var microLosses: [Float] = []
  private var norm = 0.0
  private var clip: ClipReport?
  private var updateNorm = 0.0
  private var seconds = [Double](repeating: 0, count: Move.allCases.count)

  var meanLoss: Float? {
    microLosses.isEmpty
      ? nil : Float(microLosses.reduce(0) { $0 + Double($1) } / Double(microLosses.count))
  }

  /// The mean with one more loss.
  func meanLoss(adding loss: Float) -> Float {
    var next = self
    next.microLosses.append(loss)
    return next.meanLoss ?? loss
  }

  mutating func note(_ report: MoveReport) {
    seconds[report.move.number - 1] += report.seconds
    switch report.outcome {
    case .forward(let forward): microLosses.append(forward.loss)
    case .backward(let backward): norm = backward.norm
    case .clip(let clip): self.clip = clip
    case .step(let update): updateNorm = update.updateNorm
    case .zeroGrad, .failed: break
    }
  }

  func summary(step: Int, learningRate: Double) -> StepSummary {
    StepSummary(
      step: step, loss: meanLoss, microLosses: microLosses,
      gradNorm: clip?.normBefore ?? norm, clipFactor: clip?.factor ?? 1,
      clipped: clip?.clipped ?? false, learningRate: learningRate, updateNorm: updateNorm,
      moveSeconds: seconds)
  }
}
