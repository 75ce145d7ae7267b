/// The list of moves that a training step makes, and what the loop does around them; a broken loop
/// is another recipe.
public struct Recipe: Sendable, Equatable {
  public var moves: [Move]
  /// Backward begins at loss / N for N micro-batches, and not at each whole loss.
  public var dividesLoss = true
  /// Evaluation calls `eval()`, so that dropout is off.
  public var callsEval = true
  /// Evaluation runs under `no_grad()`, so that nothing is recorded.
  public var usesNoGrad = true
  /// Every loss is kept as a tensor, where `loss.item()` would keep its number.
  public var keepsLossTensor = false
  /// Examples are drawn at random, and not read one after the other.
  public var shufflesData = true
  /// The training step whose batch has damaged answers, counted from 1.
  public var badBatch: Int?

  public init(moves: [Move]) {
    self.moves = moves
  }

  /// The loop as it should be.
  public static let correct = Recipe(moves: [.zeroGrad, .forward, .backward, .clip, .step])

  /// Where in `moves` stands what is made once a micro-batch: from the first to the last forward or
  /// backward. What stands outside is made once a step; without both, so is everything.
  public var repeated: Range<Int>? {
    guard let first = moves.firstIndex(where: \.isOfMicroBatch),
      let last = moves.lastIndex(where: \.isOfMicroBatch)
    else { return nil }
    return first..<last + 1
  }

  /// Whether a forward comes before any backward.
  var beginsWithForward: Bool { repeated.map { moves[$0.lowerBound] == .forward } ?? false }

  /// Whether a zero_grad comes before any step.
  var wipesBeforeStep: Bool { moves.first { $0 == .zeroGrad || $0 == .step } == .zeroGrad }

  /// The moves one by one.
  public func planned(microBatches: Int) -> [PlannedMove] {
    let plan = { (part: Range<Int>, microBatch: Int) in
      part.map {
        PlannedMove(
          move: moves[$0], microBatch: microBatch, microBatches: microBatches, index: $0)
      }
    }
    guard let repeated else { return plan(moves.indices, 1) }
    return plan(0..<repeated.lowerBound, 1)
      + (1...microBatches).flatMap { plan(repeated, $0) }
      + plan(repeated.upperBound..<moves.count, microBatches)
  }
}

/// A move at its place in a step.
public struct PlannedMove: Sendable, Equatable {
  public var move: Move
  /// Which micro-batch it works on, counted from 1.
  public var microBatch: Int
  /// How many there are in its step; nil where that is not known ahead.
  public var microBatches: Int?
  /// Which of the recipe's moves it is, counted from 0.
  public var index: Int

  public init(move: Move, microBatch: Int, microBatches: Int?, index: Int) {
    self.move = move
    self.microBatch = microBatch
    self.microBatches = microBatches
    self.index = index
  }

  /// Whether its step reads the batch in parts.
  public var isOfPart: Bool { microBatch > 1 || (microBatches ?? 1) > 1 }

  /// "2 of 4"; where it is not known of how many, "2".
  public var place: String {
    microBatches.map { "\(microBatch) of \($0)" } ?? "\(microBatch)"
  }
}
