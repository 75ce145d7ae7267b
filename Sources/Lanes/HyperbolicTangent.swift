/// tanh of each lane: Cephes' odd polynomial near 0, else 1 − 2/(e²ˣ + 1).
@_transparent
public func hyperbolicTangent(_ x: Lanes) -> Lanes {
  let z = x * x
  var p = Lanes(repeating: -5.704_988_73e-3)
  p = fused(p, z, plus: Lanes(repeating: 2.063_908_88e-2))
  p = fused(p, z, plus: Lanes(repeating: -5.373_971_56e-2))
  p = fused(p, z, plus: Lanes(repeating: 1.333_144_22e-1))
  p = fused(p, z, plus: Lanes(repeating: -3.333_328_19e-1))
  let near = fused(p * z, x, plus: x)
  let far = 1 - 2 / (exponential(x + x) + 1)
  return far.replacing(with: near, where: z .< 0.390_625)
}
