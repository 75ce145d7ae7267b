internal import Moves
internal import Platform
internal import Terminal

/// Spreads work over time, so that a session on a shared machine leaves room for the others.
struct Throttle {
  let stepsPerSecond: Double

  /// The same work, no more of it at once than a step.
  func narrowed(_ request: Request) -> Request {
    guard case .steps(let most, let seconds) = request else { return request }
    return .steps(atMost: min(most, 1), seconds: seconds)
  }

  /// Rests after work that began then: until a step's time has passed, and as long as the work took.
  func rest(after request: Request, since start: Double) {
    let parts = request == .move ? 5.0 : 1.0
    let worked = now() - start
    let left = max(1 / (stepsPerSecond * parts), 2 * worked) - worked
    usleep(UInt32(left * 1e6))
  }
}
