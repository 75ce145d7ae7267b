import Kernels

/// Σx², in double precision.
public func squaredSum(_ x: UnsafeMutableBufferPointer<Float>) -> Double {
  guard let base = x.baseAddress else { return 0 }
  return Kernels.squaredSum(base, count: x.count)
}

/// Σ(a − b)², in double precision, of as many numbers in both.
public func squaredDistance(
  _ a: UnsafeMutableBufferPointer<Float>, _ b: UnsafeMutableBufferPointer<Float>
) -> Double {
  precondition(a.count == b.count, "a distance between \(a.count) and \(b.count) numbers")
  guard let first = a.baseAddress, let second = b.baseAddress else { return 0 }
  return Kernels.squaredDistance(first, second, count: a.count)
}
