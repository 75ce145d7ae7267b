import Kernels
import Testing

@Test(arguments: [0, 1, 15, 16, 17, 1000])
func `a change is measured from what was there before`(_ count: Int) {
  var numbers = Numbers(seed: 6)
  let (old, new) = (numbers.list(count), numbers.list(count))
  let found = change(from: old, to: new, count: count)
  let steps = zip(old, new).map { $1 - $0 }
  expectNear(found.squaredDistance, steps.map(Double.init))
  expectNear(found.squaredSize, old.map(Double.init))
  #expect(Float(bitPattern: found.largest) == steps.map(abs).max() ?? 0)
}

@Test(arguments: [1, 15, 16, 17, 1000])
func `numbers are scaled and their squares added up`(_ count: Int) {
  var numbers = Numbers(seed: 7)
  let x = numbers.list(count)
  var found = x
  let sum = scaledSquares(&found, by: 0.3, count: count)
  #expect(found == x.map { $0 * 0.3 })
  expectNear(sum, found.map(Double.init))
}

/// Whether `sum` is that of the squares of `numbers`.
private func expectNear(
  _ sum: Double, _ numbers: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  let wanted = numbers.reduce(0) { $0 + $1 * $1 }
  #expect(abs(sum - wanted) <= 1e-12 * max(1, wanted), sourceLocation: sourceLocation)
}
