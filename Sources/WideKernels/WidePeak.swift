/// Multiply-adds in ten registers and nothing else; gives how many floating-point operations.
@inline(never)
public func wideMultiplyAdds(rounds: Int, into result: UnsafeMutablePointer<Float>) -> Int {
  let factor = SIMD16<Float>(repeating: result[0])
  var (r0, r1, r2, r3) = (factor, factor + 1, factor + 2, factor + 3)
  var (r4, r5, r6, r7) = (factor + 4, factor + 5, factor + 6, factor + 7)
  var (r8, r9) = (factor + 8, factor + 9)
  for _ in 0..<rounds {
    r0 = factor.addingProduct(r0, factor)
    r1 = factor.addingProduct(r1, factor)
    r2 = factor.addingProduct(r2, factor)
    r3 = factor.addingProduct(r3, factor)
    r4 = factor.addingProduct(r4, factor)
    r5 = factor.addingProduct(r5, factor)
    r6 = factor.addingProduct(r6, factor)
    r7 = factor.addingProduct(r7, factor)
    r8 = factor.addingProduct(r8, factor)
    r9 = factor.addingProduct(r9, factor)
  }
  let sum = (r0 + r1 + r2 + r3) + (r4 + r5 + r6 + r7) + (r8 + r9)
  UnsafeMutableRawPointer(result).storeBytes(of: sum, as: SIMD16<Float>.self)
  return rounds * 10 * 16 * 2
}
