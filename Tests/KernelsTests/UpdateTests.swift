import Foundation
import Kernels
import Testing

struct UpdateTests {
  let coefficients = AdamWCoefficients(
    decay: Float(1 - 1e-3 * 1e-2), meanShare: Float(1 - 0.9), squareKept: Float(0.999),
    squareShare: Float(1 - 0.999), rate: Float(-1e-3 / (1 - 0.9)),
    rootCorrection: Float((1 - 0.999).squareRoot()), eps: 1e-8)

  @Test(.enabled(if: usesFusedMultiplyAdd()))
  func `AdamW's means are fused multiply-adds to the bit, its parameters right to 2 ulp`() {
    var numbers = Numbers(seed: 5)
    let count = 1003
    let (g, p, m) = (numbers.list(count), numbers.list(count), numbers.list(count))
    let v = numbers.list(count).map(abs)
    var (newP, newM, newV, old) = (p, m, v, m)
    let found = adamWUpdate(
      &newP, gradient: g, m: &newM, v: &newV, old: &old, count: count, coefficients)
    #expect(old == p)
    let wanted = change(from: p, to: newP, count: count)
    #expect(found.movement.squaredDistance == wanted.squaredDistance)
    #expect(found.movement.squaredSize == wanted.squaredSize)
    #expect(found.movement.largest == wanted.largest)
    for i in 0..<count {
      let mean = fma(coefficients.meanShare, g[i] - m[i], m[i])
      let square = fma(coefficients.squareShare * g[i], g[i], coefficients.squareKept * v[i])
      #expect(newM[i] == mean)
      #expect(newV[i] == square)
      let size = square.squareRoot() / coefficients.rootCorrection + coefficients.eps
      let value = p[i] * coefficients.decay + coefficients.rate * mean / size
      #expect(abs(newP[i] - value) <= 2 * max(value.ulp, p[i].ulp))
    }
  }

  @Test func `gradient descent goes down the slope and decays`() {
    var p: [Float] = [1, 2, 3]
    var old: [Float] = [0, 0, 0]
    let found = gradientDescentUpdate(
      &p, gradient: [1, 0, -1], old: &old, by: -0.5, decay: 0.5, count: 3)
    #expect(p == [0.25, 1.5, 2.75] && old == [1, 2, 3])
    #expect(found.squaredDistance == 0.75 * 0.75 + 0.5 * 0.5 + 0.25 * 0.25)
    #expect(found.squaredSize == 14 && Float(bitPattern: found.largest) == 0.75)
  }
}
