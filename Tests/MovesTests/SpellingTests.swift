internal import Moves
internal import Testing

@Test func `what is no finite number has one spelling`() {
  #expect([Double.nan, -.nan, .signalingNaN].map(\.spelled) == ["NaN", "NaN", "NaN"])
  #expect([Float.infinity, -.infinity].map(\.spelled) == ["inf", "-inf"])
  #expect(Float(0.1).spelled == "0.1" && 0.25.spelled == "0.25")
}

@Test func `one is singular, none and many are plural`() {
  #expect([0, 1, 2].map { $0.counted("step") } == ["0 steps", "1 step", "2 steps"])
  #expect([1, 3].map { $0.counted("loss", "losses") } == ["1 loss", "3 losses"])
}
