import Lanes

/// Σx², in double precision.
@inline(never)
public func squaredSum(_ x: UnsafePointer<Float>, count: Int) -> Double {
  var sums = SquareSums()
  inSixteens(count) { i, left in
    sums.add(load(x + i, left))
  }
  return sums.total
}

/// Σ(a − b)², in double precision.
@inline(never)
public func squaredDistance(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, count: Int
) -> Double {
  var sums = SquareSums()
  inSixteens(count) { i, left in
    sums.add(load(a + i, left) - load(b + i, left))
  }
  return sums.total
}

/// x·factor in the place of x, and its Σx², in double precision.
@inline(never)
public func scaledSquares(
  _ x: UnsafeMutablePointer<Float>, by factor: Float, count: Int
) -> Double {
  var sums = SquareSums()
  inSixteens(count) { i, left in
    let lanes = load(x + i, left) * factor
    store(lanes, x + i, left)
    sums.add(lanes)
  }
  return sums.total
}

/// Σx², in double precision, in the making.
struct SquareSums {
  private var low = SIMD8<Double>.zero
  private var high = SIMD8<Double>.zero

  @inline(__always)
  mutating func add(_ lanes: Lanes) {
    let (first, second) = (SIMD8<Double>(lanes.lowHalf), SIMD8<Double>(lanes.highHalf))
    // A Float's square is exact here: one rounding or two, the sum is the same.
    low = squared(first, plus: low)
    high = squared(second, plus: high)
  }

  @inline(__always)
  var total: Double {
    let eight = low + high
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two.x + two.y
  }
}

@inline(__always)
private func squared(_ x: SIMD8<Double>, plus sum: SIMD8<Double>) -> SIMD8<Double> {
  #if FUSED_MULTIPLY_ADD
    sum.addingProduct(x, x)
  #else
    sum + x * x
  #endif
}
