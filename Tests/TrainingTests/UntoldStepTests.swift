internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

/// Steps whose moves nobody looks at are made without a report of any.
struct UntoldStepTests {
  @Test(arguments: ["line", "spiral", "names", "story"])
  func `a step that is made untold comes to the same bits and the same summary`(
    lesson: String
  ) throws {
    let change = { (hyperparameters: inout Hyperparameters) in
      (hyperparameters.batchSize, hyperparameters.microBatches) = (4, 2)
    }
    let (told, untold) = (try small(lesson, change: change), try small(lesson, change: change))
    for _ in 1...7 {
      let summary = try #require(told.make(steps: 1).last?.summary)
      #expect(untold.finishStep() == nil)
      #expect(untold.lastSummary.map(timeless) == timeless(summary))
      #expect(untold.bits == told.bits)
    }
    #expect(told.make(steps: 1).map(timeless) == untold.make(steps: 1).map(timeless))
  }

  @Test func `the rest of a step may be made untold`() throws {
    let (told, untold) = (try line(), try line())
    let reports = told.make(steps: 2)
    for _ in 0..<7 { _ = untold.advance() }
    #expect(untold.finishStep() == nil)
    #expect(untold.lastSummary.map(timeless) == reports.last?.summary.map(timeless))
  }

  @Test func `the move that leaves the finite numbers is told in full, and is the last`() throws {
    let (told, untold) = (try exploding(), try exploding())
    let lost = try #require(told.make(steps: 60).first { $0.nonFinite != nil })
    var found: MoveReport?
    while found == nil, untold.completedSteps < 60 { found = untold.finishStep() }
    #expect(found.map(timeless) == timeless(lost))
  }

  private func exploding() throws -> Trainer {
    let trainer = try line { ($0.learningRate, $0.maxNorm) = (1e4, 1e30) }
    trainer.makesReadings = false
    return trainer
  }
}

private func timeless(_ report: MoveReport) -> MoveReport {
  var report = report
  report.seconds = 0
  report.summary = report.summary.map(timeless)
  return report
}

private func timeless(_ summary: StepSummary) -> StepSummary {
  var summary = summary
  summary.moveSeconds = []
  return summary
}
