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
