internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

extension BrokenCase {
  /// The good run, a few steps on its way, and a mistake to make there.
  func begun(steps: Int) throws -> (trainer: Trainer, breakage: Breakage) {
    let trainer = try Trainer(lesson: lesson, hyperparameters: hyperparameters())
    trainer.make(steps: steps)
    return (trainer, try #require(Breakage.named(name)))
  }
}

@Test(arguments: BrokenCase.all)
func `begun on the way, each mistake still has its own sign and no other`(
  example: BrokenCase
) throws {
  let (trainer, breakage) = try example.begun(steps: 3)
  let twin = try Twin(breakage, after: trainer)
  twin.make(steps: 4)
  #expect(twin.signs.map(\.kind) == [breakage.sign])
  #expect(twin.correctEvidence.signs() == [])
}

@Test(arguments: BrokenCase.all)
func `to break a loop leaves the run before it as it was`(example: BrokenCase) throws {
  let (trainer, breakage) = try example.begun(steps: 2)
  let bits = trainer.bits
  let timeline = Timeline(trainer)
  let broken = try timeline.broken(by: breakage, memory: 1 << 20)
  #expect(broken.trainer.bits == bits)
  while broken.moment.completedSteps < 4 { _ = broken.advance() }
  #expect(trainer.bits == bits)
}

@Test(arguments: Breakage.all.map(\.name), ["line", "story"])
func `a walk back and forth through a broken run finds the same bits`(
  name: String, lesson: String
) throws {
  guard lesson == "story" || name != "no-eval" else { return }
  let (trainer, breakage) = try BrokenCase(lesson: lesson, name: name).begun(steps: 2)
  let timeline = try Timeline(trainer).broken(by: breakage, memory: 1 << 16)
  try walk(timeline, seed: 3)
}

@Test(arguments: 0..<12)
func `so does a walk through a loop put together by hand`(number: UInt32) throws {
  var random = MersenneTwister(seed: number)
  let moves = (0...random.integer(below: Breakage.mostMoves)).map { _ in
    Move.allCases[random.integer(below: 5)]
  }
  let breakage = try #require(Breakage.byHand(Array(moves.prefix(Breakage.mostMoves))))
  let trainer = try smallStory { $0.dropout = 0.3 }
  trainer.make(steps: 2)
  try walk(Timeline(trainer).broken(by: breakage, memory: 1 << 16), seed: number)
}

/// Goes at random, and expects at each moment what was there the first time.
private func walk(_ timeline: Timeline, seed: UInt32) throws {
  var random = MersenneTwister(seed: seed)
  var seen: [Moment: Int] = [:]
  var returns = 0
  for _ in 0..<90 {
    switch random.integer(below: 8) {
    case 0: travel(timeline, .backStep)
    case 1: travel(timeline, .backMove)
    case 2 where random.integer(below: 5) == 0: travel(timeline, .home)
    case 2: travel(timeline, .end)
    default: _ = timeline.advance()
    }
    var snapshot = timeline.run.snapshot()
    (snapshot.evaluationIsDue, snapshot.twin[0].evaluationIsDue) = (false, false)
    let found = snapshot.fingerprint
    if let first = seen[timeline.moment] {
      returns += 1
      #expect(found == first, "\(timeline.moment)")
    }
    seen[timeline.moment] = found
    #expect(timeline.moment >= timeline.start)
  }
  #expect(returns > 10)
}

private func travel(_ timeline: Timeline, _ journey: Journey) {
  _ = timeline.travel(journey) { _, _ in true }
}

@Test func `what was found does not change by going back, only by going on`() throws {
  let (trainer, breakage) = try BrokenCase(lesson: "line", name: "forget-zero-grad").begun(steps: 2)
  let timeline = try Timeline(trainer).broken(by: breakage, memory: 1 << 20)
  let twin = try #require(timeline.twin)
  while timeline.moment.completedSteps < 8 { _ = timeline.advance() }
  let found = twin.findings
  travel(timeline, .home)
  #expect(twin.findings == found)
  while timeline.moment.completedSteps < 8 { _ = timeline.advance() }
  #expect(twin.findings == found)
  while timeline.moment.completedSteps < 9 { _ = timeline.advance() }
  #expect(twin.findings.comparison.steps == 7)
}

@Test func `a step that is made again brings its twin's figures again`() throws {
  let (trainer, breakage) = try BrokenCase(lesson: "story", name: "no-step").begun(steps: 1)
  let timeline = try Timeline(trainer).broken(by: breakage, memory: 1 << 20)
  var first: [StepSummary] = []
  while timeline.moment.completedSteps < 5 { timeline.advance().summary.map { first.append($0) } }
  travel(timeline, .home)
  var second: [StepSummary] = []
  while timeline.moment.completedSteps < 5 { timeline.advance().summary.map { second.append($0) } }
  #expect(first.map(\.twin) == second.map(\.twin) && first.allSatisfy { $0.twin != nil })
  #expect(first.first?.loss == first.first?.twin?.loss)
  #expect(first.last?.loss != first.last?.twin?.loss)
}

@Test(arguments: BrokenCase.all)
func `a mended run goes on as the good loop would from there`(example: BrokenCase) throws {
  let (trainer, breakage) = try example.begun(steps: 2)
  let timeline = Timeline(trainer)
  let broken = try timeline.broken(by: breakage, memory: 1 << 20)
  while broken.moment.completedSteps < 4 { _ = broken.advance() }
  let mended = try broken.mended(like: trainer, memory: 1 << 20)
  let alone = try Trainer(lesson: example.lesson, hyperparameters: example.hyperparameters())
  var start = broken.trainer.snapshot()
  start.keptOperations = 0
  alone.restore(start)
  while mended.moment.completedSteps < 6 { _ = mended.advance() }
  alone.make(steps: 2)
  #expect(mended.trainer.bits == alone.bits)
  #expect(mended.trainer.exhaustion == nil)
  #expect(mended.start == Moment(completedSteps: 4))
}

@Test func `a loop of fewer or more forwards reads the batches that its twin reads`() throws {
  for moves in [[Move.backward, .step], [.forward, .forward, .backward, .step], [.zeroGrad]] {
    let trainer = try smallStory { $0.dropout = 0.3 }
    let twin = try Twin(#require(Breakage.byHand(moves)), after: trainer)
    for _ in 0..<3 {
      twin.make(steps: 1)
      #expect(twin.broken.batches == twin.correct.batches)
      #expect(twin.broken.task.dropoutStream?.state == twin.correct.task.dropoutStream?.state)
    }
  }
}

@Test func `loops put together by hand on the way show what was expected of them`() throws {
  var random = MersenneTwister(seed: 21)
  for _ in 0..<120 {
    let moves = (0...random.integer(below: Breakage.mostMoves)).map { _ in
      Move.allCases[random.integer(below: 5)]
    }
    let breakage = try #require(Breakage.byHand(Array(moves.prefix(Breakage.mostMoves))))
    let trainer = try line()
    trainer.make(steps: 2)
    let twin = try Twin(breakage, after: trainer)
    twin.make(steps: 3)
    let expected = breakage.expectedSigns(in: trainer.facts, from: 2)
    #expect(twin.signs.map(\.kind) == expected, "\(breakage.name)")
  }
}

@Test func `where the warmup is over there is none to leave out`() throws {
  let (trainer, breakage) = try BrokenCase(lesson: "line", name: "no-warmup").begun(steps: 21)
  #expect(throws: TrainingError.self) { _ = try Twin(breakage, after: trainer) }
}

@Test func `the steps that a guess is about end with an evaluation of both`() throws {
  let trainer = try line { ($0.evalInterval, $0.steps) = (1000, 1000) }
  trainer.make(steps: 7)
  let twin = try Twin(#require(Breakage.named("no-step")), after: trainer)
  twin.make(steps: 99)
  #expect(twin.comparison.broken.validationLoss == nil && twin.nextStepIsEvaluated)
  twin.make(steps: 1)
  #expect(twin.comparison.broken.validationLoss != nil)
  #expect(twin.comparison.twin.validationLoss != nil)
}

/// Counted by hand: a forward that another one follows before any backward taught nothing.
@Test(
  arguments: [
    ("forward,backward,step,forward,clip,step", 1), ("zero_grad,forward,forward,backward,step", 1),
    ("forward,forward,backward,step,forward", 2),
    // The next step's backward goes through the graph of this forward.
    ("backward,step,forward", 0),
  ])
func `every forward pass that led to no backward pass is counted, the last one too`(
  name: String, wasted: Int
) throws {
  let twin = try Twin(#require(Breakage.named(name)), after: line())
  for steps in 1...7 {
    twin.make(steps: 1)
    let sign = twin.signs.first { $0.kind == .forwardUnused }
    let count = sign?.figures.first { $0.name == "count" }?.measure
    #expect(count == (wasted == 0 ? nil : .count(wasted * steps)), "\(twin.signs)")
  }
}
