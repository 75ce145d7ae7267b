internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test(arguments: ["line", "spiral", "names", "story"])
func `the gradient agrees with a finite difference along it at every move`(lesson: String) throws {
  let trainer = try small(lesson)
  for _ in 0..<2 * trainer.moveCount {
    let check = trainer.checkGradient()
    #expect(check.difference < 0.005, "\(check)")
    #expect(check.step == trainer.completedSteps)
    _ = trainer.advance()
  }
}

@Test(arguments: ["line", "story"])
func `checking the gradient leaves no trace in training`(lesson: String) throws {
  let (plain, checked) = (try small(lesson), try small(lesson))
  for _ in 0..<2 * plain.moveCount {
    let before = checked.snapshot().fingerprint
    #expect(checked.checkGradient().unchanged)
    #expect(checked.snapshot().fingerprint == before)
    _ = (plain.advance(), checked.advance())
  }
  #expect(plain.bits == checked.bits)
}

@Test func `a gradient that is wrong is found out`() {
  let check = GradientCheck(
    step: 1, norm: 2, loss: 5, lossBack: 4.99, lossOn: 5.03, distance: 0.01, unchanged: true)
  #expect(abs(check.slope - 2) < 1e-4 && check.difference < 1e-4)
  var wrong = check
  wrong.norm = 1.9
  #expect(wrong.difference > 0.04)
}

@Test func `the first figure that is not finite is named, and ends the step`() throws {
  let trainer = try line {
    ($0.optimizer, $0.learningRate, $0.minLearningRate) = (.sgd, 1e6, 1e6)
    $0.maxNorm = 1e30
  }
  let timeline = Timeline(trainer)
  var reports: [MoveReport] = []
  for _ in 0..<100 where timeline.isFinite {
    reports = []
    timeline.finishStep { reports.append($0) }
  }
  let last = try #require(reports.last)
  #expect(reports.dropLast().allSatisfy { $0.nonFinite == nil })
  let found = try #require(last.nonFinite)
  #expect(!found.value.isFinite && !found.name.isEmpty)
  let step = trainer.completedSteps + (last.completesStep ? 0 : 1)
  #expect(last.step == step)
}
