internal import Autograd
internal import Testing

@Test func `a generator made from another's state draws the same numbers`() throws {
  var generator = MersenneTwister(seed: 4)
  for count in [1, 623, 2, 700] {
    for _ in 0..<count { _ = generator.next() }
    var normal: [Float] = [0]
    normal.withUnsafeMutableBufferPointer { generator.fillNormal($0, mean: 0, std: 1) }
    var copy = try #require(
      MersenneTwister(state: generator.state, spareNormal: generator.spareNormal))
    #expect(copy == generator)
    #expect((0..<1000).allSatisfy { _ in copy.next() == generator.next() })
  }
}

@Test func `a state that cannot be is refused`() {
  let words = [UInt32](repeating: 1, count: 624)
  #expect(MersenneTwister(state: words, spareNormal: nil) == nil)
  #expect(MersenneTwister(state: words + [625], spareNormal: nil) == nil)
  #expect(MersenneTwister(state: words + [624], spareNormal: nil) != nil)
}
