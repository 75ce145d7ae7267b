internal import Moves

/// The first taps are lit slowly, so that each move can be found and its first line read. A step
/// that the next tap cut short does not count as one of them.
struct SlowTaps: Sendable, Equatable {
  private var count = 0
  private var lastAt = -Double.infinity
  /// Until when the slow lights of the last tap last.
  private var litUntil = -Double.infinity

  static let shortLights = 0.4

  /// How the step of a tap is lit: who taps before slow lights are over sees all moves in half the
  /// time between two taps.
  mutating func pace(at time: Double, for moves: [PlannedMove]) -> Pace {
    let gap = time - lastAt
    noteTap(at: time)
    guard let slow, gap >= slow.seconds(for: moves) else {
      let total = slow == nil ? Self.shortLights : max(gap / 2, Self.shortLights)
      return .even(total / Double(max(moves.count, 1)))
    }
    count += 1
    litUntil = time + slow.seconds(for: moves)
    return slow
  }

  /// A tap whose own step is not lit.
  mutating func noteTap(at time: Double) {
    if time < litUntil { count -= 1 }
    (lastAt, litUntil) = (time, -.infinity)
  }

  private var slow: Pace? { count < 3 ? .first : count < 10 ? .early : nil }
}
