internal import Moves

/// Where the boxes of a loop stand: its moves in their order, and among them what is left out.
struct PipelineSlots: Sendable {
  struct Slot: Sendable, Equatable {
    var move: Move
    /// Which of the recipe's moves it is, counted from 0; nil for one that is left out.
    var index: Int?
    /// Whether it stands where it should not.
    var isMoved = false
    /// Whether the same move has stood before.
    var isRepeated = false
    /// Whether a loop without it is broken.
    var isNeeded = true
  }

  let slots: [Slot]

  /// - Parameter isLesson: whether the loop is a lesson's; others may well do without clipping.
  init(_ recipe: Recipe, isLesson: Bool = true) {
    let kept = Self.inOrder(recipe.moves)
    var slots = recipe.moves.indices.map { index in
      let move = recipe.moves[index]
      let isRepeated = recipe.moves[..<index].contains(move)
      return Slot(
        move: move, index: index, isMoved: !kept.contains(index) && !isRepeated,
        isRepeated: isRepeated)
    }
    for move in Move.allCases where !recipe.moves.contains(move) && slots.count < Self.most {
      let before = slots.lastIndex { $0.move.number == move.number - 1 }
      slots.insert(
        Slot(move: move, isNeeded: isLesson || move != .clip), at: before.map { $0 + 1 } ?? 0)
    }
    self.slots = slots
  }

  init(_ run: RunFacts) { self.init(run.recipe, isLesson: run.lesson != nil) }

  /// So many boxes have room for their names.
  private static let most = 6

  /// The indices of the most moves that stand in their usual order.
  private static func inOrder(_ moves: [Move]) -> Set<Int> {
    var best: [[Int]] = []
    for index in moves.indices {
      let earlier = best.filter { moves[$0[$0.count - 1]].number < moves[index].number }
      best.append((earlier.max { $0.count < $1.count } ?? []) + [index])
    }
    return Set(best.max { $0.count < $1.count } ?? [])
  }
}
