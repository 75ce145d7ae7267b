internal import Terminal
internal import Testing

@Suite struct FramePaceTests {
  /// When the frames go out if there is always something new.
  private func frames(for seconds: Double, from start: Double) -> [Double] {
    var pace = FramePace()
    var times: [Double] = []
    var time = start
    while time < start + seconds {
      times.append(time)
      pace.sent(at: time)
      time = max(time, pace.next)
    }
    return times
  }

  @Test func `no second has more than thirty frames`() {
    let times = frames(for: 5, from: 100)
    #expect(times.count > 140)
    for time in times {
      #expect(times.filter { $0 >= time && $0 < time + 0.999 }.count <= 30)
    }
  }

  @Test func `after a rest two frames go out at once, and the third waits`() {
    var pace = FramePace()
    for time in [10.0, 12, 14] {
      #expect(pace.next <= time)
      pace.sent(at: time)
      #expect(pace.next <= time)
      pace.sent(at: time)
      #expect(pace.next > time + 0.03 && pace.next < time + 0.04)
    }
  }
}
