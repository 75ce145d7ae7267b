import Autograd

extension MersenneTwister {
  /// `count` numbers, evenly random between `low` and `high`.
  mutating func uniform(_ count: Int, low: Float, high: Float) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, filled in
      fillUniform(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), low: low, high: high)
      filled = count
    }
  }

  /// `count` numbers, normally distributed.
  mutating func normal(_ count: Int, mean: Float, std: Float) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, filled in
      fillNormal(UnsafeMutableBufferPointer(rebasing: buffer[..<count]), mean: mean, std: std)
      filled = count
    }
  }
}
