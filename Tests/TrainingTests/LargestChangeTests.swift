internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

/// The place of the largest change from `old` to `new`.
private func largestMover(_ old: [Float], _ new: [Float]) -> ParameterPlace? {
  let parameters = Parameters([
    ParameterSpec(name: "first", shape: [2], layer: "a"),
    ParameterSpec(name: "second", shape: [old.count], layer: "b"),
  ])
  let record = UpdateRecord(of: parameters)
  _ = parameters.values[2...].update(fromContentsOf: old)
  record.keep(0)
  let values = parameters.tensors[1].values
  record.follow(1) { part, old in
    for i in part { (old[i], values[i]) = (values[i], new[i]) }
    return Change(from: old[part], to: values[part])
  }
  return record.largestMover
}

@Test func `the largest change is found wherever it stands, up or down`() {
  var random = MersenneTwister(seed: 3)
  let old = (0..<5000).map { _ in random.uniform() }
  for place in [0, 1023, 1024, 3333, 4999] {
    for change: Float in [-2, 2] {
      var new = old.map { $0 + random.uniform() }
      new[place] = old[place] + change
      #expect(largestMover(old, new) == ParameterPlace(tensor: 1, element: place))
    }
  }
}

@Test func `what became NaN moved most, and what stayed did not move`() {
  #expect(
    largestMover([1, 2, 3], [100, .nan, -.infinity]) == ParameterPlace(tensor: 1, element: 1))
  #expect(largestMover([1, 2, 3], [1, 2, 3]) == nil)
}
