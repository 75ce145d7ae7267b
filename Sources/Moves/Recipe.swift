/// The list of moves that a training step makes; a broken loop is another recipe.
public struct Recipe: Sendable, Equatable {
  public var moves: [Move]

  public init(moves: [Move]) {
    self.moves = moves
  }

  /// The loop as it should be.
  public static let correct = Recipe(moves: [.zeroGrad, .forward, .backward, .clip, .step])

  /// The moves one by one: what stands from the first to the last forward or backward repeats
  /// once a micro-batch, everything else happens once.
  public func planned(microBatches: Int) -> [PlannedMove] {
    let repeats = { (move: Move) in move == .forward || move == .backward }
    guard let first = moves.firstIndex(where: repeats), let last = moves.lastIndex(where: repeats)
    else { return moves.map { PlannedMove(move: $0, microBatch: 1, microBatches: microBatches) } }

    let plan = { (part: ArraySlice<Move>, microBatch: Int) in
      part.map { PlannedMove(move: $0, microBatch: microBatch, microBatches: microBatches) }
    }
    return plan(moves[..<first], 1)
      + (1...microBatches).flatMap { plan(moves[first...last], $0) }
      + plan(moves[(last + 1)...], microBatches)
  }
}

/// A move at its place in a step.
public struct PlannedMove: Sendable, Equatable {
  public var move: Move
  /// Which micro-batch it works on, counted from 1.
  public var microBatch: Int
  public var microBatches: Int

  public init(move: Move, microBatch: Int, microBatches: Int) {
    self.move = move
    self.microBatch = microBatch
    self.microBatches = microBatches
  }
}
