import Moves

/// What the moves of the step in progress have come to so far.
struct StepProgress {
  var position = 0
  var losses: [Float] = []
  /// So many of them are of the parameters that the first is of; those behind are of later ones.
  var lossCount = Int.max
  /// The place in the data of the example read last.
  var lastPlace: Int?
  /// The norm that the gradients had last, before clipping.
  var gradNorm = 0.0
  /// Whether a clip has measured the gradients since the last backward: a second one finds them short.
  var isMeasured = false
  /// The gradients of the watched parameters after each backward, and how many backwards there were.
  var watchedGradients: [ParameterPlace: [Float]] = [:]
  var backwards = 0
  var clipping: Clipping?
  /// Whether this step is counted among the clipped ones.
  var isClipped = false
  /// ‖Δw‖ of the step's updates together: a loop may have more than one.
  var updateNorm = 0.0
  var moveSeconds = Move.allCases.map { _ in 0.0 }

  /// The step's loss so far; nil before the first.
  var meanLoss: Float? {
    let losses = losses.prefix(lossCount)
    guard !losses.isEmpty else { return nil }
    return Float(losses.reduce(0) { $0 + Double($1) } / Double(losses.count))
  }

  /// After how many backwards of this step the parameter's gradient was taken down.
  func seen(_ place: ParameterPlace) -> Int { watchedGradients[place]?.count ?? 0 }

  func summary(step: Int, learningRate: Double) -> StepSummary {
    StepSummary(
      step: step, loss: meanLoss, microLosses: losses, gradNorm: gradNorm,
      clipFactor: clipping?.factor ?? 1, clipped: isClipped, learningRate: learningRate,
      updateNorm: updateNorm, moveSeconds: moveSeconds)
  }
}
