internal import Autograd
internal import Testing

@testable internal import Moves
@testable internal import Training

/// A lesson and a mistake that makes a difference in it.
struct BrokenCase: Sendable, CustomTestStringConvertible {
  var lesson: String
  var name: String

  var testDescription: String { "\(lesson) \(name)" }

  static let all = Lessons.all.map(\.name).flatMap { lesson in
    Breakage.all.map { BrokenCase(lesson: lesson, name: $0.name) }
      .filter { lesson == "story" || $0.name != "no-eval" }
  }

  /// Small enough for a test, and with all that a mistake may need.
  func hyperparameters() throws -> Hyperparameters {
    guard lesson != "story" else { return try smallStory().hyperparameters }
    var chosen = try #require(Lessons.named(lesson)).defaults
    (chosen.batchSize, chosen.microBatches, chosen.warmup) = (4, 2, 20)
    (chosen.evalInterval, chosen.evalBatches) = (3, 2)
    return chosen
  }

  func twin() throws -> Twin {
    let breakage = try #require(Breakage.named(name))
    return try Twin(lesson: lesson, hyperparameters: hyperparameters(), breakage: breakage)
  }
}

extension Twin {
  func make(steps: Int) {
    for _ in 0..<steps {
      while !advance().completesStep {}
      if broken.evaluationIsDue { _ = evaluate() }
    }
  }
}

@Test(arguments: BrokenCase.all)
func `each mistake has its own sign and no other, and its twin has none`(
  example: BrokenCase
) throws {
  let twin = try example.twin()
  twin.make(steps: 4)
  #expect(twin.signs.map(\.kind) == [twin.comparison.breakage.sign])
  #expect(twin.correctEvidence.signs() == [])
}

@Test(arguments: BrokenCase.all)
func `the twin is the correct run, bit for bit`(example: BrokenCase) throws {
  let twin = try example.twin()
  let alone = try Trainer(
    lesson: example.lesson, hyperparameters: example.hyperparameters(),
    recipe: twin.correct.facts.recipe)
  twin.make(steps: 3)
  alone.make(steps: 3)
  #expect(twin.correct.bits == alone.bits)
  #expect(twin.broken.batches == twin.correct.batches)
}

@Test(arguments: Breakage.all.map(\.name))
func `the words of a sign tell all of its figures, and lack none`(name: String) throws {
  let twin = try BrokenCase(lesson: "story", name: name).twin()
  twin.make(steps: 3)
  for sign in twin.signs {
    #expect(!sign.sentences.told(by: sign).contains(nil), "\(sign)")
    for figure in sign.figures {
      let less = Sign(sign.kind, sign.figures.filter { $0 != figure })
      #expect(less.words != sign.words, "\(sign.kind) does not tell \(figure)")
    }
  }
}

private func figure(_ name: String, _ twin: Twin) throws -> Sign.Measure {
  let sign = try #require(twin.signs.first)
  return try #require(sign.figures.first { $0.name == name }).measure
}

@Test func `without division the first norm is exactly as many times the twin's`() throws {
  let twin = try BrokenCase(lesson: "story", name: "no-division").twin()
  twin.make(steps: 1)
  guard case .number(let ratio) = try figure("ratio", twin) else {
    Issue.record("a ratio is a number")
    return
  }
  #expect(areClose(ratio, 2, 1e-6))
}

@Test func `without zero_grad every later backward finds old gradients`() throws {
  let twin = try BrokenCase(lesson: "story", name: "forget-zero-grad").twin()
  twin.make(steps: 5)
  // The second micro-batch of step 1 adds to the first's, as it should.
  #expect(try figure("count", twin) == .count(8))
}

@Test func `step before backward keeps no state and moves nothing`() throws {
  let twin = try BrokenCase(lesson: "story", name: "step-before-backward").twin()
  let before = twin.broken.bits
  twin.make(steps: 4)
  #expect(twin.broken.bits == before)
  #expect(try figure("empty", twin) == .count(4))
  #expect(try figure("moved", twin) == .number(0))
  #expect(twin.comparison.verdict == .still)
}

@Test func `two evaluations without eval differ, with eval they agree to the bit`() throws {
  let twin = try BrokenCase(lesson: "story", name: "no-eval").twin()
  twin.make(steps: 2)
  let state = twin.broken.task.dropoutStream?.state
  let broken = twin.broken.evaluate(isTwice: true, goesOn: { true })
  let correct = twin.correct.evaluate(isTwice: true, goesOn: { true })
  #expect(broken.validationLossAgain != broken.validationLoss)
  #expect(correct.validationLossAgain == correct.validationLoss)
  #expect(broken.masks > 0 && correct.masks == 0)
  #expect(broken.unchanged == true)
  #expect(twin.broken.task.dropoutStream?.state == state)
}

@Test func `without no_grad the graph of an evaluation grows with every batch`() throws {
  let counts = try [2, 4, 8].map { batches in
    let trainer = try smallStory(noGradForgotten) { $0.evalBatches = batches }
    let report = trainer.evaluate()
    #expect(report.unchanged == true)
    #expect(trainer.lookingTape.liveNodeCount == 0)
    return report.recorded
  }
  #expect(counts == [counts[0], 2 * counts[0], 4 * counts[0]])
  #expect(try smallStory().evaluate().recorded == 0)
}

private let noGradForgotten: Recipe = {
  var recipe = Recipe.correct
  recipe.usesNoGrad = false
  return recipe
}()

private let lossKept: Recipe = {
  var recipe = Recipe.correct
  recipe.keepsLossTensor = true
  return recipe
}()

@Test func `forgetting no_grad or item changes no bit of the training`() throws {
  let trainers = try [smallStory(), smallStory(noGradForgotten), smallStory(lossKept)]
  for trainer in trainers {
    trainer.make(steps: 2)
    _ = trainer.evaluate()
    trainer.make(steps: 2)
  }
  #expect(trainers[0].bits == trainers[1].bits)
  #expect(trainers[0].bits == trainers[2].bits)
}

@Test func `every kept loss adds its graph to what is alive`() throws {
  let alive = try smallStory(lossKept).make(steps: 3).forwards.compactMap(\.liveOperations)
  #expect(alive == (1...6).map { $0 * alive[0] })
  let good = try smallStory().make(steps: 3).forwards.compactMap(\.liveOperations)
  #expect(Set(good) == [alive[0]])
}

@Test func `kept graphs stop the run before they fill the memory`() throws {
  let trainer = try smallStory(lossKept)
  trainer.graphLimit.operations = 100
  let reports = trainer.make(steps: 6)
  let why = try #require(trainer.exhaustion)
  #expect(reports.failures.first == why)
  let each = try #require(reports.forwards.first?.liveOperations)
  let complete = reports.compactMap(\.summary).prefix { $0.loss != nil }.count
  #expect(complete == 100 / (2 * each) + 1)
  #expect(trainer.tape.liveNodeCount <= 150)
}

@Test func `kept graphs that no backward freed are bounded by their numbers`() throws {
  var recipe = lossKept
  recipe.moves = [.forward]
  let trainer = try smallStory(recipe)
  trainer.graphLimit.numbers = 100_000
  trainer.make(steps: 40)
  #expect(trainer.exhaustion != nil)
  #expect(trainer.tape.numbersInUse < 150_000)
}

@Test func `an evaluation without no_grad is bounded too`() throws {
  let trainer = try smallStory(noGradForgotten) { $0.evalBatches = 100 }
  trainer.graphLimit.operations = 150
  let report = trainer.evaluate()
  #expect(trainer.exhaustion != nil)
  #expect(try #require(report.batches) < 100)
  #expect(report.recorded < 200)
}

@Test(arguments: Lessons.all)
func `each lesson can be read in order, and can have a damaged batch`(lesson: LessonFacts) throws {
  let loss = { (change: (inout Recipe) -> Void) throws -> ForwardReport in
    var recipe = Recipe.correct
    change(&recipe)
    let trainer = try Trainer(
      lesson: lesson.name, hyperparameters: lesson.defaults, recipe: recipe)
    while true {
      if case .forward(let report) = trainer.advance().outcome { return report }
    }
  }
  let normal = try loss { _ in }
  let ordered = try loss { $0.shufflesData = false }
  let damaged = try loss { $0.badBatch = 1 }
  let later = try loss { $0.badBatch = 2 }
  #expect(ordered.neighbours > 0 && ordered.inOrder == ordered.neighbours)
  #expect(normal.neighbours == ordered.neighbours && 2 * normal.inOrder < normal.neighbours + 1)
  #expect(damaged.loss != normal.loss)
  #expect(later.loss == normal.loss)
}

@Test func `in order every example is read once before any is read again`() throws {
  var recipe = Recipe(moves: [.forward])
  recipe.shufflesData = false
  let trainer = try line(recipe)
  let xs = trainer.make(steps: 32).forwards.flatMap { report -> [Float] in
    guard case .line(let reading) = report.reading else { return [] }
    return reading.points.map(\.x)
  }
  #expect(Array(xs[..<64]) == Array(xs[64...]))
  #expect(Set(xs).count == 64)
  #expect(Array(xs[..<64]) == xs[..<64].sorted())
}

@Test func `a network without dropout has no eval to forget`() throws {
  let chosen = try line { $0.dropout = 0.1 }.hyperparameters
  let breakage = try #require(Breakage.named("no-eval"))
  #expect(throws: TrainingError.self) {
    try Twin(lesson: "line", hyperparameters: chosen, breakage: breakage)
  }
}

@Test func `what is no finite number ends the run, with the move named`() throws {
  let twin = try Twin(
    lesson: "line",
    hyperparameters: line { ($0.learningRate, $0.maxNorm) = (1e30, 1e30) }.hyperparameters,
    breakage: #require(Breakage.named("no-clip")))
  twin.make(steps: 4)
  #expect(twin.ending?.contains("Step ") == true)
  #expect(twin.comparison.verdict == .notFinite)
}
