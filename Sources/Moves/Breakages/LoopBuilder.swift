/// A loop being put together by hand from the five moves.
public struct LoopBuilder: Sendable, Equatable {
  public private(set) var moves: [Move]
  /// The chosen move.
  public private(set) var cursor: Int

  /// - Parameter cursor: which move is chosen; held to those that there are.
  public init(_ moves: [Move] = Recipe.correct.moves, cursor: Int = 0) {
    (self.moves, self.cursor) = (moves, min(max(cursor, 0), max(moves.count - 1, 0)))
  }

  public var breakage: Breakage? { Breakage.byHand(moves) }
  public var isFull: Bool { moves.count == Breakage.mostMoves }

  public mutating func go(by change: Int) {
    cursor = min(max(cursor + change, 0), max(moves.count - 1, 0))
  }

  /// Takes the chosen move along.
  public mutating func carry(by change: Int) {
    let place = cursor + change
    guard moves.indices.contains(cursor), moves.indices.contains(place) else { return }
    moves.swapAt(cursor, place)
    cursor = place
  }

  public mutating func remove() {
    guard moves.indices.contains(cursor) else { return }
    moves.remove(at: cursor)
    go(by: 0)
  }

  /// Puts a move behind the chosen one.
  public mutating func insert(_ move: Move) {
    guard !isFull else { return }
    let place = moves.isEmpty ? 0 : cursor + 1
    moves.insert(move, at: place)
    cursor = place
  }
}
