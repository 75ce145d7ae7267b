internal import Moves

/// How long what is lit stays on the screen before the next may follow.
struct Pace: Sendable, Equatable {
  /// A move; zero means that nothing waits.
  var move = 0.0
  /// A move on a micro-batch after the first, which says what the first said.
  var again = 0.0
  /// The five moves together, before a side road takes their place.
  var beforeDetour = 0.0

  /// Nothing waits.
  static let none = Pace()
  /// Time to find the move and to read the first line of its sentence.
  static let first = Pace(move: 0.7, again: 0.5, beforeDetour: 4)
  static let early = Pace(move: 0.5, again: 0.1, beforeDetour: 4)

  /// Every move of a step alike.
  static func even(_ move: Double) -> Pace { Pace(move: move, again: move) }

  /// How long the moves of a step are lit.
  func seconds(for moves: [PlannedMove]) -> Double {
    moves.reduce(0) { $0 + ($1.microBatch > 1 ? again : move) }
  }

  var isNone: Bool { self == .none }
}
