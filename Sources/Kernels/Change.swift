import Lanes

/// Σ(new − old)², Σ old², both in double precision, and the bits of the largest |new − old|, which are
/// ordered as the numbers are, with NaN above all.
@inline(never)
public func change(
  from old: UnsafePointer<Float>, to new: UnsafePointer<Float>, count: Int
) -> (squaredDistance: Double, squaredSize: Double, largest: UInt32) {
  var distances = (SIMD8<Double>.zero, SIMD8<Double>.zero)
  var sizes = distances
  var largest = SIMD16<Int32>.zero
  inSixteens(count) { i, left in
    let before = load(old + i, left)
    let change = load(new + i, left) - before
    add(squaresOf: change, to: &distances)
    add(squaresOf: before, to: &sizes)
    let bits = unsafeBitCast(change, to: SIMD16<Int32>.self) & 0x7FFF_FFFF
    largest = largest.replacing(with: bits, where: bits .> largest)
  }
  return (
    (distances.0 + distances.1).sum(), (sizes.0 + sizes.1).sum(), UInt32(largest.max())
  )
}
