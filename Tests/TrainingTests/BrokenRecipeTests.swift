internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test func `without zero_grad the gradients of earlier steps are still there`() throws {
  let trainer = try smallStory(Recipe(moves: [.forward, .backward, .clip, .step])) {
    $0.microBatches = 1
  }
  #expect(trainer.make(steps: 3).backwards.map(\.gradientsBefore) == [0, 9, 9])
}

@Test(
  arguments: [
    ([.zeroGrad, .step, .forward, .backward, .clip], 2),
    ([.zeroGrad, .forward, .step, .backward, .clip], 1),
  ] as [([Move], Int)])
func `step before backward changes nothing and keeps no state`(
  moves: [Move], microBatches: Int
) throws {
  let trainer = try smallStory(Recipe(moves: moves)) { $0.microBatches = microBatches }
  let before = trainer.bits
  let reports = trainer.make(steps: 4)
  #expect(trainer.bits == before)
  #expect(reports.failures.isEmpty)
  for update in reports.updates {
    #expect(update.updateNorm == 0)
    #expect(update.updated == 0)
    #expect(update.skipped == 9)
    #expect(update.withState == 0)
    #expect(update.largestMover == nil)
  }
  #expect(reports.backwards.allSatisfy { $0.norm.told > 0 })
}

@Test func `step first and never zeroed updates one batch late`() throws {
  let trainer = try smallStory(Recipe(moves: [.step, .forward, .backward, .clip])) {
    $0.microBatches = 1
  }
  let updates = trainer.make(steps: 3).updates
  #expect(updates.map { $0.updateNorm == 0 } == [true, false, false])
  #expect(updates.map(\.withState) == [0, 9, 9])
}

@Test func `clipping after step is bit for bit no clipping`() throws {
  let late = try smallStory(Recipe(moves: [.zeroGrad, .forward, .backward, .step, .clip]))
  let never = try smallStory(Recipe(moves: [.zeroGrad, .forward, .backward, .step]))
  let clips = late.make(steps: 8).clips
  never.make(steps: 8)
  #expect(late.bits == never.bits)
  #expect(clips.contains { $0.clipped })
}

@Test func `zero_grad after backward leaves step nothing`() throws {
  let trainer = try smallStory(Recipe(moves: [.forward, .backward, .zeroGrad, .clip, .step]))
  let before = trainer.bits
  let reports = trainer.make(steps: 2)
  #expect(trainer.bits == before)
  #expect(reports.zeroGrads.allSatisfy { $0.wiped == 9 && $0.norm.told > 0 })
  #expect(reports.clips.allSatisfy { $0.normBefore == 0 && $0.factor == 1 && !$0.clipped })
}

@Test func `backward before any forward has no loss to begin at`() throws {
  let trainer = try smallStory(Recipe(moves: [.zeroGrad, .backward, .forward, .clip, .step])) {
    $0.microBatches = 1
  }
  let failures = trainer.make(steps: 1).failures
  #expect(failures == [BackwardFailure.noLoss.description])
  #expect(trainer.make(steps: 1).failures.isEmpty)
}

@Test func `backward twice through one graph fails, and changes nothing`() throws {
  let trainer = try smallStory(Recipe(moves: [.zeroGrad, .forward, .backward, .backward])) {
    $0.microBatches = 1
  }
  let reports = trainer.make(steps: 1)
  #expect(reports.failures == [BackwardFailure.tape(.alreadyUsed).description])
  #expect(
    GradientNorms(of: trainer.parameters).total == reports.backwards.first?.norm)
}

@Test func `backward through parameters that step has changed fails where PyTorch raises`() throws {
  let recipe = Recipe(moves: [.forward, .step, .backward])
  let failing = try smallStory(recipe) { $0.microBatches = 1 }.make(steps: 2)
  #expect(failing.failures == [BackwardFailure.changedInPlace.description])
  #expect(try line(recipe).make(steps: 2).failures.isEmpty)
}

@Test func `without step the parameters stay`() throws {
  let trainer = try smallStory(Recipe(moves: [.zeroGrad, .forward, .backward, .clip]))
  let before = trainer.bits
  let reports = trainer.make(steps: 2)
  #expect(trainer.bits == before)
  #expect(reports.compactMap(\.summary).map(\.updateNorm) == [0, 0])
}

@Test func `a parameter without a gradient is skipped, not decayed`() throws {
  let trainer = try smallStory()
  trainer.make(steps: 2)
  for _ in 0..<6 { _ = trainer.advance() }
  trainer.parameters.setHasGradient(false, 0)
  let before = Array(trainer.parameters.tensors[0].values)
  guard case .step(let update) = trainer.advance().outcome else {
    Issue.record("the last move is step")
    return
  }
  #expect((update.updated, update.skipped) == (8, 1))
  #expect(Array(trainer.parameters.tensors[0].values) == before)
}
