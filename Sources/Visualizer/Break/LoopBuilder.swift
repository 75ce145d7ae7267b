internal import Moves

/// A loop being put together by hand from the five moves.
struct LoopBuilder: Sendable, Equatable {
  private(set) var moves = Recipe.correct.moves
  /// The chosen move.
  private(set) var cursor = 0

  var breakage: Breakage? { Breakage.byHand(moves) }
  var isFull: Bool { moves.count == Breakage.mostMoves }

  mutating func go(by change: Int) {
    cursor = min(max(cursor + change, 0), max(moves.count - 1, 0))
  }

  /// Takes the chosen move along.
  mutating func carry(by change: Int) {
    let place = cursor + change
    guard moves.indices.contains(cursor), moves.indices.contains(place) else { return }
    moves.swapAt(cursor, place)
    cursor = place
  }

  mutating func remove() {
    guard moves.indices.contains(cursor) else { return }
    moves.remove(at: cursor)
    go(by: 0)
  }

  /// Puts a move behind the chosen one.
  mutating func insert(_ move: Move) {
    guard !isFull else { return }
    let place = moves.isEmpty ? 0 : cursor + 1
    moves.insert(move, at: place)
    cursor = place
  }
}
