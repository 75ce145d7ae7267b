internal import Autograd

/// Every use of chance has a stream of its own, so that none disturbs another.
enum RandomStream: UInt64 {
  case parameters = 0
  case batches = 1
  case dataset = 2
  case evaluation = 3
  case sampling = 4
  case dropout = 5
}

extension MersenneTwister {
  /// A stream of a run; the first parameters' seed is the run's own.
  init(stream: RandomStream, of seed: UInt64) {
    let mixed = seed &+ stream.rawValue &* 0x9E37_79B9_7F4A_7C15
    self.init(seed: UInt32(truncatingIfNeeded: mixed ^ (mixed >> 32)))
  }
}
