internal import Moves

/// The first taps are lit slowly, so that each move can be found and its first line read, also
/// where a tap cut the lights before it short. A step that was cut short does not count as seen, and
/// who taps faster than a move is read is in a hurry.
struct SlowTaps: Sendable, Equatable {
  private var seen = 0
  private var cuts = 0
  private var lastAt = -Double.infinity
  /// The lights of the last tap: until when they last, and whether they are slow.
  private var litUntil = -Double.infinity
  private var isSlow = false

  static let shortLights = 0.4
  /// Who cut so many slow steps short gets them only after a pause in which one can be read.
  static let mostCuts = 10
  /// Taps that come closer together read nothing.
  static let hurry = Pace.first.move

  /// A key that skips whatever is lit.
  mutating func skip(at time: Double) {
    if time < litUntil, isSlow { (seen, cuts) = (seen - 1, cuts + 1) }
    litUntil = -.infinity
  }

  /// How the step of a tap is lit: slowly, or in half the time since the tap before it.
  mutating func pace(at time: Double, for moves: [PlannedMove]) -> Pace {
    let gap = time - lastAt
    let slow = slow(after: gap, for: moves)
    let pace = slow ?? quick(after: gap, for: moves)
    isSlow = slow != nil
    seen += isSlow ? 1 : 0
    (lastAt, litUntil) = (time, time + pace.seconds(for: moves))
    return pace
  }

  /// A tap whose own step is not lit.
  mutating func noteTap(at time: Double) { lastAt = time }

  private func slow(after gap: Double, for moves: [PlannedMove]) -> Pace? {
    guard let due, gap >= Self.hurry else { return nil }
    return cuts < Self.mostCuts || gap >= due.seconds(for: moves) ? due : nil
  }

  private func quick(after gap: Double, for moves: [PlannedMove]) -> Pace {
    let total = due == nil ? Self.shortLights : max(gap / 2, Self.shortLights)
    return .even(total / Double(max(moves.count, 1)))
  }

  private var due: Pace? { seen < 3 ? .first : seen < 10 ? .early : nil }
}
