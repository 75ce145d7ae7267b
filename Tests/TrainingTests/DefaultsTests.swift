import Autograd
import Moves
import Testing

@testable import Training

/// Each lesson as it comes, run to its end from five seeds: the figures in the comments are what was
/// measured, the margins hold them with room for another machine's rounding.
@Suite struct DefaultsTests {
  /// Loss after step 1 2.7, 4.1, 6.6, 9.2, 1.8; at the end 0.036, 0.061, 0.024, 0.034, 0.044.
  /// Clipped 18, 19, 33, 19, 18 of 200, hardly one after step 40.
  @Test(arguments: 1...5)
  func `the line is found, clipping at first and hardly later`(seed: UInt64) throws {
    let run = try DefaultRun(lesson: "line", seed: seed)
    #expect(run.trainLossAtFirst > 1)
    #expect(run.trainLossAtLast < 0.1)
    #expect(run.validationLossAtLast < 0.1)
    #expect(run.clips(1...20) >= 15)
    #expect(run.clips(61...200) <= 3)
    #expect(abs(run.trainer.parameters["weight"].item - 2) < 0.1)
    #expect(abs(run.trainer.parameters["bias"].item - 1) < 0.15)
  }

  /// Loss after step 1 4.6 to 5.0; at the end 1.79 to 1.90 on training, 2.02 to 2.19 on validation
  /// data. Clipped 41 to 105 of 2,000: nearly all of the first 20, then one in forty or fewer.
  @Test(arguments: 1...5)
  func `names are learned, clipping at first and rarely later`(seed: UInt64) throws {
    let run = try DefaultRun(lesson: "names", seed: seed)
    #expect(run.trainLossAtFirst > 4)
    #expect(run.trainLossAtLast < 2)
    #expect(run.validationLossAtLast < 2.3)
    #expect(run.clips(1...20) >= 15)
    #expect(run.clips(201...2000) <= 90)
  }
}

/// A lesson with its defaults, run to its end.
struct DefaultRun {
  let trainer: Trainer
  private(set) var trainLossAtFirst: Float = .nan
  let trainLossAtLast: Float
  let validationLossAtLast: Float
  private let clipped: [Bool]

  init(lesson: String, seed: UInt64) throws {
    var chosen = try #require(Lessons.named(lesson)).defaults
    chosen.seed = seed
    trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    var clipped: [Bool] = []
    while trainer.completedSteps < chosen.steps {
      if let summary = trainer.advance().summary { clipped.append(summary.clipped) }
      if clipped.count == 1, trainLossAtFirst.isNaN {
        trainLossAtFirst = trainer.evaluate().trainLoss
      }
    }
    self.clipped = clipped
    let last = trainer.evaluate()
    trainLossAtLast = last.trainLoss
    validationLossAtLast = last.validationLoss
  }

  /// How many of these steps, counted from 1, were clipped.
  func clips(_ steps: ClosedRange<Int>) -> Int {
    clipped[(steps.lowerBound - 1)...(steps.upperBound - 1)].count { $0 }
  }
}
