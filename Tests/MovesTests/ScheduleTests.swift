internal import Moves
internal import Testing

private let schedule = Schedule(peak: 1, minimum: 0.1, warmup: 4, steps: 12)

@Test func `warmup climbs in equal strides and never starts at zero`() {
  #expect((0..<4).map(schedule.learningRate) == [0.2, 0.4, 0.6, 0.8])
}

@Test func `after warmup the rate falls along half a cosine to its minimum`() {
  #expect(schedule.learningRate(at: 4) == 1)
  #expect(abs(schedule.learningRate(at: 6) - 0.868198) < 1e-6)
  #expect(abs(schedule.learningRate(at: 8) - 0.55) < 1e-12)
  #expect(abs(schedule.learningRate(at: 12) - 0.1) < 1e-12)
}

@Test func `past the last step the rate stays at its minimum`() {
  #expect(schedule.learningRate(at: 13) == 0.1)
  #expect(schedule.learningRate(at: 1_000_000) == 0.1)
}
