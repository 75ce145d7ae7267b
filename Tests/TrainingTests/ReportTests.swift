internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test func `zero_grad reports what it wiped and leaves none`() throws {
  let trainer = try smallStory()
  let norm = try #require(trainer.make(steps: 1).clips.first).normAfter
  guard case .zeroGrad(let report) = trainer.advance().outcome else {
    Issue.record("the first move is zero_grad")
    return
  }
  #expect(report.wiped == 9)
  #expect(report.tensors == 9)
  #expect(areClose(report.norm.told, norm))
  #expect(trainer.parameters.tensors.allSatisfy { $0.gradient == nil })
}

@Test func `forward reports each micro-batch's loss and the mean so far`() throws {
  let reports = try smallStory { ($0.batchSize, $0.microBatches) = (8, 4) }.make(steps: 1)
  let losses = reports.forwards.map(\.loss.told)
  #expect(losses.count == 4)
  #expect(reports.forwards.allSatisfy { $0.examples == 2 && $0.targets == 16 })
  for (i, forward) in reports.forwards.enumerated() {
    let mean = losses[...i].reduce(0, +) / Float(i + 1)
    #expect(areClose(Double(forward.meanLoss.told), Double(mean)))
  }
  let summary = try #require(reports.last?.summary)
  #expect(summary.microLosses == losses)
  #expect(summary.loss == reports.forwards.last?.meanLoss)
}

@Test func `backward reports how the gradients grew`() throws {
  let reports = try smallStory().make(steps: 1)
  let backwards = reports.backwards
  #expect(backwards.map(\.gradientsBefore) == [0, 9])
  #expect(backwards.map(\.divisor) == [2, 2])
  #expect(backwards[0].normBefore == 0)
  #expect(backwards[1].normBefore == backwards[0].norm)
  for backward in backwards {
    let squares = backward.layers.map { $0.norm * $0.norm }
    #expect(areClose(squares.reduce(0, +).squareRoot(), backward.norm.told))
  }
  let clip = try #require(reports.clips.first)
  #expect(areClose(clip.normBefore, backwards[1].norm.told))
}

@Test func `clip reports the smaller of norm and ceiling, and counts`() throws {
  let reports = try line { $0.maxNorm = 0.8 }.make(steps: 60)
  var count = 0
  for clip in reports.clips {
    #expect(areClose(clip.normAfter, min(clip.normBefore, 0.8), 1e-5))
    #expect(clip.clipped == (clip.factor < 1))
    count += clip.clipped ? 1 : 0
    #expect(clip.clippedSteps == count)
  }
  #expect(1..<60 ~= count)
  let summaries = reports.compactMap(\.summary)
  #expect(summaries.map(\.clipped) == reports.clips.map(\.clipped))
  #expect(summaries.map(\.gradNorm) == reports.clips.map(\.normBefore))
  #expect(summaries.map(\.clipFactor) == reports.clips.map(\.factor))
}

@Test func `step uses the schedule's rate for its number, and tells the next`() throws {
  let trainer = try smallStory { ($0.warmup, $0.steps) = (3, 10) }
  let schedule = trainer.hyperparameters.schedule
  for report in trainer.make(steps: 12) {
    #expect(report.learningRate == schedule.learningRate(at: report.step - 1))
    guard case .step(let update) = report.outcome else { continue }
    #expect(update.learningRate == report.learningRate)
    #expect(update.nextLearningRate == schedule.learningRate(at: report.step))
  }
}

@Test func `the update's norm is the distance the parameters went`() throws {
  let trainer = try smallStory()
  trainer.make(steps: 2)
  let before = Array(trainer.parameters.values)
  let update = try #require(trainer.make(steps: 1).updates.first)
  let changes = zip(trainer.parameters.values, before).map { Double($0 - $1) }
  #expect(areClose(update.updateNorm.told, changes.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-5))
  #expect(
    areClose(
      update.parameterNorm.told, before.reduce(0) { $0 + Double($1) * Double($1) }.squareRoot(),
      1e-5))
  #expect(update.updated == 9)
  #expect(update.skipped == 0)
  #expect(update.withState == 9)
  let largest = try #require(update.largestMover)
  #expect(Double(abs(largest.change)) == changes.map(abs).max())
}

@Test func `weight decay's part is how far apart an update with and one without it end`() throws {
  func step(decay: Double) throws -> (values: [Float], report: UpdateReport) {
    let trainer = try smallStory {
      ($0.warmup, $0.learningRate, $0.weightDecay) = (0, 100, decay)
    }
    let report = try #require(trainer.make(steps: 1).updates.first)
    return (Array(trainer.parameters.values), report)
  }
  let (with, without) = (try step(decay: 0.1), try step(decay: 0))
  let apart = zip(with.values, without.values).map { Double($0 - $1) }
  #expect(areClose(with.report.decayNorm, apart.reduce(0) { $0 + $1 * $1 }.squareRoot(), 1e-4))
  #expect(with.report.decayNorm > 1 && without.report.decayNorm == 0)
}

@Test func `step reports the time of each move`() throws {
  let reports = try smallStory().make(steps: 1)
  let summary = try #require(reports.last?.summary)
  for move in Move.allCases {
    let seconds = reports.filter { $0.move == move }.reduce(0) { $0 + $1.seconds }
    #expect(areClose(summary.moveSeconds[move.number - 1], seconds))
  }
  #expect(summary.seconds > 0)
}
