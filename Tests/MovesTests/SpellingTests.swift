internal import Moves
internal import Testing

@Test func `what is no finite number has one spelling`() {
  #expect([Double.nan, -.nan, .signalingNaN].map(\.spelled) == ["NaN", "NaN", "NaN"])
  #expect([Float.infinity, -.infinity].map(\.spelled) == ["inf", "-inf"])
  #expect(Float(0.1).spelled == "0.1" && 0.25.spelled == "0.25")
}

@Test func `a small number is spelled as the screen writes it, and reads back to the same`() {
  let known: [(Double, String)] = [
    (1e-5, "1.0e-5"), (0.0005, "5.0e-4"), (-0.000123, "-1.23e-4"), (1.5e-7, "1.5e-7"),
    (1e20, "1.0e20"), (0.001, "0.001"), (0.25, "0.25"), (0, "0.0"), (1000, "1000.0"),
    (9.999e-4, "9.999e-4"), (1e-10, "1.0e-10"),
  ]
  for (number, text) in known {
    #expect(number.spelled == text)
    #expect(Double(number.spelled) == number)
  }
  for power in -300...300 {
    let number = Double("7.25e\(power)") ?? 0
    #expect(Double(number.spelled) == number, "\(number.spelled)")
  }
  #expect(Float(1e-5).spelled == "1.0e-5" && Float(1e-5).spelled.contains("e-05") == false)
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
