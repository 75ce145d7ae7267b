/// x·Φ(x), the exact GELU.
@_transparent
public func gelu(_ x: Lanes) -> Lanes { x * normalDistribution(x).below }

/// x·Φ(x) and its slope Φ(x) + x·φ(x), which share one exponential.
@_transparent
public func geluWithSlope(_ x: Lanes) -> (value: Lanes, slope: Lanes) {
  let normal = normalDistribution(x)
  return (x * normal.below, fused(x, normal.density, plus: normal.below))
}

/// The normal distribution's cumulative and plain density at x, by Abramowitz–Stegun 7.1.26 (1e-7).
@_transparent
public func normalDistribution(_ x: Lanes) -> (below: Lanes, density: Lanes) {
  let bell = exponential(x * x * -0.5)
  let size = x.replacing(with: -x, where: x .< 0)
  let t = 1 / fused(size, Lanes(repeating: 0.231_641_888), plus: Lanes(repeating: 1))
  var p = Lanes(repeating: 0.530_702_715)
  p = fused(p, t, plus: Lanes(repeating: -0.726_576_014))
  p = fused(p, t, plus: Lanes(repeating: 0.710_706_871))
  p = fused(p, t, plus: Lanes(repeating: -0.142_248_368))
  p = fused(p, t, plus: Lanes(repeating: 0.127_414_796))
  let tail = p * t * bell
  return ((1 - tail).replacing(with: tail, where: x .< 0), bell * 0.398_942_28)
}
