internal import Moves
internal import Testing

@Test func `a step with four micro-batches is eleven moves in the loop's order`() {
  let plan = Recipe.correct.planned(microBatches: 4)
  #expect(
    plan.map(\.move) == [
      .zeroGrad, .forward, .backward, .forward, .backward, .forward, .backward, .forward,
      .backward, .clip, .step,
    ])
  #expect(plan.map(\.microBatch) == [1, 1, 1, 2, 2, 3, 3, 4, 4, 4, 4])
}

@Test func `only what stands between forward and backward repeats`() {
  let plan = Recipe(moves: [.forward, .zeroGrad, .backward, .step]).planned(microBatches: 2)
  #expect(
    plan.map(\.move) == [
      .forward, .zeroGrad, .backward, .forward, .zeroGrad, .backward, .step,
    ])
}

@Test func `a recipe without forward and backward makes its moves once`() {
  let plan = Recipe(moves: [.zeroGrad, .step]).planned(microBatches: 4)
  #expect(plan.map(\.move) == [.zeroGrad, .step])
}

/// Every sequence of up to `length` moves, with repetitions.
private func sequences(upTo length: Int) -> [[Move]] {
  guard length > 0 else { return [[]] }
  let shorter = sequences(upTo: length - 1)
  let longest = shorter.filter { $0.count == length - 1 }
  return shorter + longest.flatMap { moves in Move.allCases.map { moves + [$0] } }
}

@Test func `every recipe makes each move once, or once a micro-batch, in its order`() {
  for moves in sequences(upTo: 4) {
    let recipe = Recipe(moves: moves)
    let plan = recipe.planned(microBatches: 3)
    for (index, move) in moves.enumerated() {
      let made = plan.filter { $0.index == index }
      let repeats = recipe.repeated?.contains(index) ?? false
      #expect(made.map(\.move) == Array(repeating: move, count: repeats ? 3 : 1))
      #expect(!repeats || made.map(\.microBatch) == [1, 2, 3])
    }
    #expect(recipe.planned(microBatches: 1).map(\.move) == moves)
    #expect(recipe.planned(microBatches: 1).map(\.index) == Array(moves.indices))
  }
}
