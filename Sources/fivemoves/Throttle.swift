internal import Terminal
internal import Visualizer

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Spreads work over time, so that a session on a shared machine leaves room for the others.
struct Throttle {
  let stepsPerSecond: Double

  /// The same work, no more of it at once than a step.
  func narrowed(_ effect: Effect) -> Effect {
    guard case .steps(let most, let seconds) = effect else { return effect }
    return .steps(atMost: min(most, 1), seconds: seconds)
  }

  /// Rests after work that began then: until a step's time has passed, and as long as the work took.
  func rest(after effect: Effect, since start: Double) {
    let parts = effect == .move ? 5.0 : 1.0
    let worked = now() - start
    let left = max(1 / (stepsPerSecond * parts), 2 * worked) - worked
    usleep(UInt32(left * 1e6))
  }
}
