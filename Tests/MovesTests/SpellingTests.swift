internal import Moves
internal import Testing

@Test func `what is no finite number has one spelling`() {
  #expect([Double.nan, -.nan, .signalingNaN].map(\.spelled) == ["NaN", "NaN", "NaN"])
  #expect([Float.infinity, -.infinity].map(\.spelled) == ["inf", "-inf"])
  #expect(Float(0.1).spelled == "0.1" && 0.25.spelled == "0.25")
}

@Test func `digits stand in threes, in counts too`() {
  #expect(
    [0, 999, 1000, -1234, 1_234_567].map(\.grouped) == ["0", "999", "1,000", "-1,234", "1,234,567"])
  #expect(105_344.counted("parameter") == "105,344 parameters")
}

@Test func `one is singular, none and many are plural`() {
  #expect([0, 1, 2].map { $0.counted("step") } == ["0 steps", "1 step", "2 steps"])
  #expect([1, 3].map { $0.counted("loss", "losses") } == ["1 loss", "3 losses"])
}
