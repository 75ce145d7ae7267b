internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

private func spiral(change: (inout Hyperparameters) -> Void = { _ in }) throws -> Trainer {
  var hyperparameters = try #require(Lessons.named("spiral")).defaults
  change(&hyperparameters)
  return try Trainer(lesson: "spiral", hyperparameters: hyperparameters)
}

extension Trainer {
  /// Training steps of which nobody asks what they read.
  @discardableResult
  fileprivate func silently(make steps: Int) -> Trainer {
    makesReadings = false
    make(steps: steps)
    makesReadings = true
    return self
  }
}

private func map(_ reading: Reading?) throws -> MapReading {
  guard case .map(let map) = reading else { throw NoMap() }
  return map
}

private struct NoMap: Error {}

@Test func `spiral is an MLP 2-32-32-3, and width and layers follow the hyperparameters`() throws {
  let facts = try spiral().facts
  #expect(facts.model == "MLP")
  #expect(facts.parameterCount == 1251)
  #expect(areClose(Double(try #require(facts.guessingLoss)), 1.0986, 1e-4))
  let deep = try spiral { ($0.layers, $0.width) = (3, 5) }
  #expect(deep.facts.parameterCount == 15 + 30 + 30 + 18)
}

@Test func `a map's points are guessed as the network guesses there`() throws {
  let trainer = try spiral()
  let forward = try #require(trainer.silently(make: 300).make(steps: 1).forwards.first)
  let reading = try map(forward.reading)
  #expect(reading.points.count == forward.examples && reading.classes == 3)
  let rows = reading.verdicts.count / reading.columns
  let size = reading.xRange.upperBound - reading.xRange.lowerBound
  let agreeing = reading.points.count { point in
    let column = Int((point.x - reading.xRange.lowerBound) / size * Float(reading.columns))
    let row = Int((reading.yRange.upperBound - point.y) / size * Float(rows))
    return reading.verdicts[row * reading.columns + column].guess == point.guess
  }
  #expect(agreeing >= reading.points.count - 1)
}

@Test func `an untrained map is unsure, a trained one is not`() throws {
  let trainer = try spiral()
  let sure = { (reading: Reading?) in
    let verdicts = try map(reading).verdicts
    return Double(verdicts.count { $0.probability > 0.9 }) / Double(verdicts.count)
  }
  #expect(try sure(trainer.firstReading()) == 0)
  let verdicts = try map(trainer.firstReading()).verdicts
  #expect(verdicts.allSatisfy { 1.0 / 3...1 ~= $0.probability })
  #expect(verdicts.allSatisfy { $0.guess.map { 0..<3 ~= $0 } == true })
  #expect(try sure(trainer.silently(make: 600).firstReading()) > 0.7)
}

@Test func `every arm has the same number of points, and all lie within the map`() throws {
  let reading = try map(try spiral().firstReading())
  for arm in 0..<3 { #expect(reading.data.count { $0.answer == arm } == 100) }
  #expect(reading.data.allSatisfy { reading.xRange ~= $0.x && reading.yRange ~= $0.y })
}

@Test func `no reading is made where none is asked for, and training goes the same way`() throws {
  let (telling, silent) = (try spiral(), try spiral())
  silent.makesReadings = false
  let told = telling.make(steps: 20)
  let kept = silent.make(steps: 20)
  #expect(told.forwards.allSatisfy { $0.reading != nil })
  #expect(kept.forwards.allSatisfy { $0.reading == nil })
  #expect(told.forwards.map(\.loss) == kept.forwards.map(\.loss))
  #expect(telling.bits == silent.bits)
}

@Test func `a trainer knows before a step whether an evaluation follows it`() throws {
  let trainer = try spiral { $0.evalInterval = 3 }
  for _ in 0..<10 {
    let expected = trainer.nextStepIsEvaluated
    trainer.make(steps: 1)
    #expect(trainer.evaluationIsDue == expected)
    if expected { _ = trainer.evaluate() }
  }
}

@Test func `accuracy is the share of right guesses, and a story has none`() throws {
  let trainer = try spiral { $0.evalBatches = 200 }
  trainer.silently(make: 80)
  let report = trainer.evaluate()
  let (reading, share) = (try map(trainer.firstReading()), try #require(report.trainAccuracy))
  #expect(0.4..<1 ~= share)
  #expect(try 0...reading.points.count ~= #require(reading.right))
  #expect(try line().evaluate().trainAccuracy == nil)
}
