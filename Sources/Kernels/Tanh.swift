/// tanh of each lane: Cephes' odd polynomial near 0, else 1 − 2/(e²ˣ + 1).
@inline(__always)
func hyperbolicTangent(_ x: Lanes) -> Lanes {
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

/// y = tanh x.
@inline(never)
public func tanhForward(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int) {
  inSixteens(count) { i, left in
    store(hyperbolicTangent(load(x + i, left)), y + i, left)
  }
}

/// dx = (1 − y²)·dy.
@inline(never)
public func tanhBackward(
  output y: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>,
  count: Int, adding: Bool
) {
  inSixteens(count) { i, left in
    let out = load(y + i, left)
    give((1 - out * out) * load(dy + i, left), dx + i, left, adding: adding)
  }
}
