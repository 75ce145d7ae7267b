internal import Visualizer

/// Spreads work over time, so that a session on a shared machine leaves room for the others.
struct Throttle {
  let stepsPerSecond: Double
  private let clock = ContinuousClock()

  init(stepsPerSecond: Double) {
    self.stepsPerSecond = stepsPerSecond
  }

  /// The same work, no more of it at once than a step.
  func narrowed(_ effect: Effect) -> Effect {
    guard case .steps(let most, let seconds) = effect else { return effect }
    return .steps(atMost: min(most, 1), seconds: seconds)
  }

  /// Rests after work that began then: until a step's time has passed, and as long as the work took.
  func rest(after effect: Effect, since start: ContinuousClock.Instant) async {
    let parts = effect == .move ? 5.0 : 1.0
    let pace = Duration.seconds(1 / (stepsPerSecond * parts))
    let worked = clock.now - start
    try? await clock.sleep(until: start + max(pace, worked * 2))
  }
}
