/// e to the power of each lane, error 1e-7 relative.
/// 0 below -87, where a Float begins to run out of bits; held to 88.3 above; NaN stays NaN.
@_transparent
public func exponential(_ given: Lanes) -> Lanes {
  let tiny = given .< -87
  let x = given.replacing(with: 88.3, where: given .> 88.3).replacing(with: -87, where: tiny)
  let parts = exponentialParts(x)
  return ((parts.rest + 1) * parts.power).replacing(with: 0, where: tiny)
}

/// eˣ as (rest + 1)·power, where power is 2 to a whole number and rest lies around 0 and is as exact
/// there: Cody–Waite reduction and Cephes' degree-5 polynomial. x must lie in -87...88.3, or be NaN.
@_transparent
public func exponentialParts(_ x: Lanes) -> (rest: Lanes, power: Lanes) {
  // Adding 1.5·2²³ rounds to a whole number and leaves it in the low bits.
  let shifter = Lanes(repeating: 12_582_912)
  let shifted = fused(x, Lanes(repeating: 1.442_695_04), plus: shifter)
  let whole = shifted - shifter
  let rest = fused(
    whole, Lanes(repeating: 2.121_944_4e-4),
    plus: fused(whole, Lanes(repeating: -0.693_359_375), plus: x))
  var p = Lanes(repeating: 1.987_569_15e-4)
  p = fused(p, rest, plus: Lanes(repeating: 1.398_199_95e-3))
  p = fused(p, rest, plus: Lanes(repeating: 8.333_451_91e-3))
  p = fused(p, rest, plus: Lanes(repeating: 4.166_579_59e-2))
  p = fused(p, rest, plus: Lanes(repeating: 1.666_666_55e-1))
  p = fused(p, rest, plus: Lanes(repeating: 5.000_000_12e-1))
  let power = (unsafeBitCast(shifted, to: SIMD16<Int32>.self) &<< 23) &+ 0x3F80_0000
  return (fused(p, rest * rest, plus: rest), unsafeBitCast(power, to: Lanes.self))
}
