internal import Autograd
internal import Models
internal import Moves
internal import Testing

@testable internal import Training

@Test func `evaluation is due after update 1 and after each multiple of the interval`() throws {
  let trainer = try smallStory()
  var due: [Int] = []
  #expect(!trainer.evaluationIsDue)
  for _ in 0..<10 {
    trainer.make(steps: 1)
    guard trainer.evaluationIsDue else { continue }
    due.append(trainer.evaluate().step)
    #expect(!trainer.evaluationIsDue)
  }
  #expect(due == [1, 3, 6, 9])
}

@Test func `looking between any two moves leaves training bit for bit as it was`() throws {
  let (alone, watched) = (try smallStory(), try smallStory())
  for _ in 0..<40 {
    #expect(watched.evaluate().unchanged == true)
    _ = watched.sample(length: 5)
    _ = watched.firstReading()
    #expect(bare(alone.advance()) == bare(watched.advance()))
  }
  #expect(alone.bits == watched.bits)
  #expect(alone.batches == watched.batches)
  let (a, b) = (alone.optimizer as? AdamW, watched.optimizer as? AdamW)
  #expect(a?.m == b?.m && a?.v == b?.v && a?.steps == b?.steps && a != nil)
}

@Test func `an evaluation in the middle of a step leaves the network in train()`() throws {
  let trainer = try smallStory()
  _ = (trainer.advance(), trainer.advance())
  _ = trainer.evaluate()
  #expect(trainer.task.model.isTraining)
}

@Test func `a changed bit is seen`() throws {
  let trainer = try smallStory()
  trainer.make(steps: 1)
  let state = ModelState(of: trainer.parameters)
  #expect(state.isStill(trainer.parameters))
  trainer.parameters.gradients[5] = trainer.parameters.gradients[5].nextUp
  #expect(!state.isStill(trainer.parameters))
  let next = ModelState(of: trainer.parameters)
  trainer.parameters.setHasGradient(false, 2)
  #expect(!next.isStill(trainer.parameters))
}

@Test func `every evaluation reads the same batches and writes its own sample`() throws {
  let trainer = try smallStory(Recipe(moves: [.zeroGrad, .forward, .backward]))
  let first = trainer.evaluate()
  let again = trainer.evaluate()
  #expect(first.validationLoss == again.validationLoss && first.sample == again.sample)
  trainer.make(steps: 1)
  let later = trainer.evaluate()
  #expect(later.validationLoss == first.validationLoss && later.trainLoss == first.trainLoss)
  #expect(later.sample?.text != first.sample?.text)
}

@Test func `an untrained network's losses are about those of guessing`() throws {
  let trainer = try smallStory { ($0.initStd, $0.evalBatches) = (0.02, 8) }
  let guessing = Double(try #require(trainer.facts.guessingLoss))
  let report = trainer.evaluate()
  #expect(areClose(Double(report.trainLoss.told), guessing, 0.01))
  #expect(areClose(Double(report.validationLoss.told), guessing, 0.01))
}

@Test func `samples asked for are of the length asked for, and differ`() throws {
  let trainer = try smallStory()
  let (first, second) = (trainer.sample(length: 30), trainer.sample(length: 30))
  #expect(first?.text.count == 30)
  #expect(first?.text != second?.text)
  #expect(try line().sample(length: 30) == nil)
}
