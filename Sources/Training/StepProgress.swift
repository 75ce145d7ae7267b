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
  var watchedGradients: [(place: ParameterPlace, gradient: Float)] = []
  var backwards = 0
  var clipping: Clipping?
  /// Whether this step is counted among the clipped ones.
  var isClipped = false
  /// ‖Δw‖ of the step's updates together: a loop may have more than one.
  var updateNorm = 0.0
  /// In the order of `Move.allCases`.
  var moveSeconds = SIMD8<Double>.zero

  /// Begins the next step, in the memory of this one.
  mutating func begin() {
    losses.removeAll(keepingCapacity: true)
    watchedGradients.removeAll(keepingCapacity: true)
    (position, lastPlace, backwards) = (0, nil, 0)
    (gradNorm, updateNorm, moveSeconds) = (0, 0, .zero)
    (clipping, isMeasured, isClipped) = (nil, false, false)
  }

  /// The step's loss so far; nil before the first.
  var meanLoss: Float? {
    let count = min(losses.count, lossCount)
    if count == 0 { return nil }
    var sum = 0.0
    for i in 0..<count { sum += Double(losses[i]) }
    return Float(sum / Double(count))
  }

  /// After how many backwards of this step the parameter's gradient was taken down.
  func seen(_ place: ParameterPlace) -> Int { watchedGradients.count { $0.place == place } }

  /// What each of them left, where the parameter was watched from the first on.
  func gradients(of place: ParameterPlace) -> [Float] {
    guard seen(place) == backwards else { return [] }
    return watchedGradients.filter { $0.place == place }.map(\.gradient)
  }

  func summary(step: Int, learningRate: Double) -> StepSummary {
    StepSummary(
      step: step, loss: meanLoss, microLosses: losses, gradNorm: gradNorm,
      clipFactor: clipping?.factor ?? 1, clipped: isClipped, learningRate: learningRate,
      updateNorm: updateNorm,
      moveSeconds: Move.allCases.indices.map { moveSeconds[$0] })
  }
}
