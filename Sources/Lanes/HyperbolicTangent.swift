/// tanh of each lane as g/(g + 2) with g = e²ˣ − 1, which is exact near 0 too; ±1 from ±10 on.
@_transparent
public func hyperbolicTangent(_ given: Lanes) -> Lanes {
  let below = given.replacing(with: 10, where: given .> 10)
  let x = below.replacing(with: -10, where: below .< -10)
  let parts = exponentialParts(x + x)
  let g = fused(parts.rest, parts.power, plus: parts.power - 1)
  return g / (g + 2)
}
