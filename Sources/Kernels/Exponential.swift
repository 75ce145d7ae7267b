/// e to the power of each lane: Cody–Waite reduction and a polynomial of degree 5 (the Cephes
/// `expf` coefficients); relative error below 1e-7.
@inline(__always)
func exponential(_ x: Vector) -> Vector {
  let clamped = pointwiseMin(
    pointwiseMax(x, Vector(repeating: -87.3)), Vector(repeating: 88.3))
  // Adding 1.5 · 2²³ leaves the rounded power of two in the lowest bits.
  let magic = Vector(repeating: 12_582_912)
  let shifted = multiplyAdd(clamped, Vector(repeating: 1.442_695_04), magic)
  let power = shifted - magic
  var r = multiplyAdd(power, Vector(repeating: -0.693_359_375), clamped)
  r = multiplyAdd(power, Vector(repeating: 2.121_944_40e-4), r)
  var p = Vector(repeating: 1.987_569_150e-4)
  p = multiplyAdd(p, r, Vector(repeating: 1.398_199_950_7e-3))
  p = multiplyAdd(p, r, Vector(repeating: 8.333_451_907_3e-3))
  p = multiplyAdd(p, r, Vector(repeating: 4.166_579_589_4e-2))
  p = multiplyAdd(p, r, Vector(repeating: 1.666_666_545_9e-1))
  p = multiplyAdd(p, r, Vector(repeating: 5.000_000_120_1e-1))
  let value = multiplyAdd(p * r, r, r) + 1
  let bits = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &* 8_388_608
  let scale = unsafeBitCast(bits &+ 0x3F80_0000, to: Vector.self)
  return value * scale
}

/// The hyperbolic tangent of each lane; absolute error below 2e-7.
@inline(__always)
func hyperbolicTangent(_ x: Vector) -> Vector {
  1 - 2 / (exponential(x + x) + 1)
}

/// The normal distribution function Φ and density φ of each lane, sharing one exponential:
/// erf after Abramowitz and Stegun 7.1.26, absolute error below 1.5e-7.
@inline(__always)
func normal(_ x: Vector) -> (distribution: Vector, density: Vector) {
  let size = pointwiseMax(x, -x) * 0.707_106_781
  let bell = exponential(-(size * size))
  let t = 1 / multiplyAdd(size, Vector(repeating: 0.327_591_1), Vector(repeating: 1))
  var p = Vector(repeating: 1.061_405_429)
  p = multiplyAdd(p, t, Vector(repeating: -1.453_152_027))
  p = multiplyAdd(p, t, Vector(repeating: 1.421_413_741))
  p = multiplyAdd(p, t, Vector(repeating: -0.284_496_736))
  p = multiplyAdd(p, t, Vector(repeating: 0.254_829_592))
  let tail = p * t * bell * 0.5
  let distribution = (1 - tail).replacing(with: tail, where: x .< 0)
  return (distribution, bell * 0.398_942_280)
}
