import Lanes

/// Row r of `scores` [context, context] becomes the softmax of its first r + 1 numbers, and zeros.
@inline(__always)
func causalSoftmax(_ scores: UnsafeMutablePointer<Float>, context: Int, scale: Float) {
  for r in 0..<context {
    let row = scores + r * context
    // No more than whole sixteens that begin up to the diagonal.
    let reach = min(context, (r + 16) & ~15)
    var tops = Lanes(repeating: -.infinity)
    inSixteens(reach) { i, left in
      tops = larger(tops, load(row + i, left).upToDiagonal(r - i, else: -.infinity))
    }
    let peak = largest(tops) * scale
    var sums = Lanes.zero
    for i in stride(from: 0, to: reach, by: 16) {
      let left = min(16, reach - i)
      let scores = load(row + i, left) * scale - peak
      let powers = exponential(scores.upToDiagonal(r - i, else: -.infinity))
      sums += powers
      store(powers, row + i, left)
    }
    let share = 1 / total(sums)
    inSixteens(reach) { i, left in store(load(row + i, left) * share, row + i, left) }
    (row + reach).update(repeating: 0, count: context - reach)
  }
}

/// slopes = weights·(slopes − Σ weights·slopes)·scale up to the diagonal, zeros after it. Half of the
/// difference is taken, and twice the scale: the same bits, and no overflow on the way.
@inline(__always)
func causalSoftmaxBackward(
  _ weights: UnsafePointer<Float>, _ slopes: UnsafeMutablePointer<Float>, context: Int,
  scale: Float
) {
  for r in 0..<context {
    let (row, slope) = (weights + r * context, slopes + r * context)
    let reach = min(context, (r + 16) & ~15)
    var sums = Lanes.zero
    inSixteens(reach) { i, left in
      let lanes = load(slope + i, left).upToDiagonal(r - i, else: 0)
      sums = fused(load(row + i, left), lanes, plus: sums)
    }
    let halfMean = total(sums) * 0.5
    inSixteens(reach) { i, left in
      let lanes = load(slope + i, left).upToDiagonal(r - i, else: 0)
      let half = fused(lanes, Lanes(repeating: 0.5), plus: Lanes(repeating: -halfMean))
      store(load(row + i, left) * half * (2 * scale), slope + i, left)
    }
    (slope + reach).update(repeating: 0, count: context - reach)
  }
}

extension SIMD16<Float> {
  /// The lanes up to number `last`, and `other` in those after it.
  @inline(__always)
  fileprivate func upToDiagonal(_ last: Int, else other: Float) -> Self {
    if last >= 15 { return self }
    let places = Self(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return replacing(with: other, where: places .> Float(last))
  }
}
