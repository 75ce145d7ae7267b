internal import Moves
internal import Testing

@testable internal import Training

@Test func `the moves are made in the recipe's order, one at a time`() throws {
  let trainer = try smallStory()
  for _ in 0..<2 {
    for (position, planned) in Recipe.correct.planned(microBatches: 2).enumerated() {
      #expect(trainer.nextMove == planned)
      let report = trainer.advance()
      #expect(report.planned == planned)
      #expect(report.position == position)
      #expect(report.moveCount == 7)
      #expect(report.completesStep == (report.summary != nil))
      #expect(report.seconds >= 0)
    }
  }
  #expect(trainer.completedSteps == 2)
}

@Test func `a step counts once its last move is made`() throws {
  let trainer = try smallStory()
  for _ in 0..<6 {
    #expect(trainer.advance().step == 1)
    #expect(trainer.completedSteps == 0)
  }
  #expect(trainer.advance().summary?.step == 1)
  #expect(trainer.completedSteps == 1)
}

@Test func `a recipe of one move can run`() throws {
  let trainer = try smallStory(Recipe(moves: [.zeroGrad]))
  let report = trainer.advance()
  #expect(report.outcome == .zeroGrad(ZeroGradReport(wiped: 0, tensors: 9, norm: 0)))
  #expect(report.summary?.loss == nil)
  #expect(trainer.completedSteps == 1)
}

@Test func `a recipe without moves is refused`() {
  #expect(throws: TrainingError.emptyRecipe) { try smallStory(Recipe(moves: [])) }
}

@Test func `an unknown lesson is answered with those there are`() {
  do throws(TrainingError) {
    _ = try Trainer(lesson: "chess", hyperparameters: Hyperparameters())
    Issue.record("there is no lesson named chess")
  } catch {
    #expect(
      error.description
        == "there is no lesson named \"chess\"; the lessons are story, line, spiral, names.")
  }
}

@Test func `a hyperparameter that cannot be is refused before anything begins`() {
  do {
    _ = try line { $0.learningRate = -1 }
    Issue.record("a learning rate of -1")
  } catch {
    #expect("\(error)" == "--learning-rate must be greater than 0, not -1.0.")
  }
}

@Test func `a context longer than the text is refused`() {
  do {
    _ = try smallStory { $0.context = 100_000 }
    Issue.record("a context of 100,000")
  } catch {
    #expect("\(error)".hasPrefix("--context must be at most "))
  }
}
