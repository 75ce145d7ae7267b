import Lanes

/// Σx², in double precision.
@inline(never)
public func squaredSum(_ x: UnsafePointer<Float>, count: Int) -> Double {
  var sums = (SIMD8<Double>.zero, SIMD8<Double>.zero)
  inSixteens(count) { i, left in
    add(squaresOf: load(x + i, left), to: &sums)
  }
  return (sums.0 + sums.1).sum()
}

/// Σ(a − b)², in double precision.
@inline(never)
public func squaredDistance(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int
) -> Double {
  var sums = (SIMD8<Double>.zero, SIMD8<Double>.zero)
  inSixteens(count) { i, left in
    add(squaresOf: load(a + i, left) - load(b + i, left), to: &sums)
  }
  return (sums.0 + sums.1).sum()
}

/// x·factor in the place of x, and its Σx², in double precision.
@inline(never)
public func scaledSquares(
  _ x: UnsafeMutablePointer<Float>, by factor: Float, count: Int
) -> Double {
  var sums = (SIMD8<Double>.zero, SIMD8<Double>.zero)
  inSixteens(count) { i, left in
    let lanes = load(x + i, left) * factor
    store(lanes, x + i, left)
    add(squaresOf: lanes, to: &sums)
  }
  return (sums.0 + sums.1).sum()
}

@inline(__always)
func add(squaresOf lanes: Lanes, to sums: inout (SIMD8<Double>, SIMD8<Double>)) {
  let low = SIMD8<Double>(lanes.lowHalf)
  let high = SIMD8<Double>(lanes.highHalf)
  sums.0 += low * low
  sums.1 += high * high
}
