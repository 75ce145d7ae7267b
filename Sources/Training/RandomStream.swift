import Autograd

/// Everything random in a run comes from one of these streams, so that none can disturb another.
enum RandomStream: UInt64 {
  /// The first parameters: the seed itself, so that it means what `torch.manual_seed` makes of it.
  case parameters
  case data
  case batches
  case dropout
  case evaluation
  case evaluationSample
  case sampling

  /// - Parameter step: for streams that begin anew at some step.
  func generator(seed: UInt64, step: Int = 0) -> MersenneTwister {
    guard self != .parameters else {
      return MersenneTwister(seed: UInt32(truncatingIfNeeded: seed))
    }
    return MersenneTwister(
      seed: UInt32(truncatingIfNeeded: key(seed: seed, step: step) >> 32))
  }

  /// The finalizer of SplitMix64 over seed, stream and step: near numbers in, far numbers out.
  func key(seed: UInt64, step: Int = 0) -> UInt64 {
    [rawValue, UInt64(bitPattern: Int64(step))].reduce(seed) { key, part in
      var z = (key ^ part) &+ 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
