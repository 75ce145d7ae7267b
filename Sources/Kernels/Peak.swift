/// Nothing but multiply-adds in registers, as many side by side as a tile has rows: the machine's peak,
/// against which the loops are measured. Gives how many floating-point operations it made.
@inline(never)
public func multiplyAddsAtPeak(rounds: Int, _ numbers: UnsafeMutablePointer<Float>) -> Int {
  let (a, b) = (Lanes(repeating: numbers[0]), Lanes(repeating: numbers[1]))
  var (r0, r1, r2, r3, r4, r5) = (a, a, a, a, a, a)
  for _ in 0..<rounds {
    r0 = fused(a, b, plus: r0)
    r1 = fused(a, b, plus: r1)
    r2 = fused(a, b, plus: r2)
    r3 = fused(a, b, plus: r3)
    r4 = fused(a, b, plus: r4)
    r5 = fused(a, b, plus: r5)
  }
  numbers[0] = total(r0 + r1 + r2 + r3 + r4 + r5)
  return rounds * 6 * 2 * Lanes.scalarCount
}
