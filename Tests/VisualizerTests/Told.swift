import Moves

/// What a lesson of ours always tells.
extension RunFacts {
  var chosen: Hyperparameters {
    get { hyperparameters ?? Hyperparameters() }
    set { hyperparameters = newValue }
  }
}

extension Optional where Wrapped: BinaryFloatingPoint {
  /// Where it is not told, no comparison holds.
  var told: Wrapped { self ?? .nan }
}
