internal import Autograd
internal import Testing

@testable internal import Training

private func largestChange(_ old: [Float], _ new: [Float]) -> Int {
  var (old, new) = (old, new)
  return old.withUnsafeMutableBufferPointer { old in
    new.withUnsafeMutableBufferPointer { new in Training.largestChange(old, new) }
  }
}

@Test func `the largest change is found wherever it stands, up or down`() {
  var random = MersenneTwister(seed: 3)
  let old = (0..<5000).map { _ in random.uniform() }
  for place in [0, 1023, 1024, 3333, 4999] {
    for change: Float in [-2, 2] {
      var new = old.map { $0 + random.uniform() }
      new[place] = old[place] + change
      #expect(largestChange(old, new) == place)
    }
  }
}

@Test func `what became NaN moved most`() {
  #expect(largestChange([1, 2, 3], [100, .nan, -.infinity]) == 1)
}
