internal import Terminal
internal import Testing

@Suite struct LineCreditTests {
  /// Bytes that go out in eight seconds after a rest, if there is always another frame of this size.
  private func bytes(frame: Int, after rest: Double) -> Int {
    var credit = LineCredit()
    credit.sent(frame, at: 0)
    let start = rest
    var time = max(start, credit.next)
    var sum = 0
    while time < start + 8 {
      credit.sent(frame, at: time)
      sum += frame
      time = max(time, credit.next)
    }
    return sum
  }

  @Test(arguments: [50, 300, 700, 1100, 1500, 2000, 2400], [0, 0.5, 2, 60])
  func `after any rest eight seconds carry at most two kilobytes each`(frame: Int, rest: Double) {
    let sum = bytes(frame: frame, after: rest)
    #expect(sum <= 16_000)
    #expect(sum > 11_000)
  }

  @Test func `after a rest a frame goes at once, and so does the next while it is paid for`() {
    var credit = LineCredit()
    credit.sent(5000, at: 0)
    #expect(credit.next <= 1.5)
    credit.sent(600, at: 10)
    #expect(credit.next <= 10)
    credit.sent(1200, at: 10)
    #expect(credit.next > 10)
  }
}
