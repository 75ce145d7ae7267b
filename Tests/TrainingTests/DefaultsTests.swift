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

  /// Clipped: nearly all of the first 13 steps, then about one in fifty.
  @Test(arguments: 1...5)
  func `story clips its first steps, and soon hardly any`(seed: UInt64) throws {
    var chosen = try #require(Lessons.named("story")).defaults
    chosen.seed = seed
    let trainer = try Trainer(lesson: "story", hyperparameters: chosen)
    let clips = trainer.make(steps: 60).clips.map(\.clipped)
    #expect(clips[..<12].count { $0 } >= 8)
    #expect(clips[30...].count { $0 } <= 6)
  }

  /// Loss after step 1 1.05 to 1.12; at the end 0.0094, 0.0070, 0.0048, 0.0072, 0.0078. Validation
  /// accuracy after step 1 0.33 to 0.45; at the end 1, 1, 1, 1, 0.988. Clipped 64, 72, 64, 53, 72 of
  /// the first 100 steps, 26, 2, 0, 0, 0 of the last 300.
  @Test(arguments: 1...5)
  func `the arms are told apart, clipping often at first and rarely later`(seed: UInt64) throws {
    let run = try DefaultRun(lesson: "spiral", seed: seed)
    #expect(0.9...1.3 ~= run.trainLossAtFirst)
    #expect(run.trainLossAtLast < 0.05)
    #expect(run.validationLossAtLast < 0.1)
    #expect(try #require(run.validationAccuracyAtFirst) < 0.7)
    #expect(try #require(run.validationAccuracyAtLast) >= 0.98)
    #expect(run.clips(1...100) >= 40)
    #expect(run.clips(301...600) <= 45)
  }
}

/// A lesson with its defaults, run to its end.
struct DefaultRun {
  let trainer: Trainer
  private(set) var trainLossAtFirst: Float = .nan
  let trainLossAtLast: Float
  let validationLossAtLast: Float
  private(set) var validationAccuracyAtFirst: Float?
  let validationAccuracyAtLast: Float?
  private let clipped: [Bool]

  init(lesson: String, seed: UInt64) throws {
    var chosen = try #require(Lessons.named(lesson)).defaults
    chosen.seed = seed
    trainer = try Trainer(lesson: lesson, hyperparameters: chosen)
    trainer.makesReadings = false
    var clipped: [Bool] = []
    while trainer.completedSteps < chosen.steps {
      if let summary = trainer.advance().summary { clipped.append(summary.clipped == true) }
      if clipped.count == 1, trainLossAtFirst.isNaN {
        let first = trainer.evaluate()
        trainLossAtFirst = first.trainLoss.told
        validationAccuracyAtFirst = first.validationAccuracy
      }
    }
    self.clipped = clipped
    let last = trainer.evaluate()
    trainLossAtLast = last.trainLoss.told
    validationLossAtLast = last.validationLoss.told
    validationAccuracyAtLast = last.validationAccuracy
  }

  /// How many of these steps, counted from 1, were clipped.
  func clips(_ steps: ClosedRange<Int>) -> Int {
    clipped[(steps.lowerBound - 1)...(steps.upperBound - 1)].count { $0 }
  }
}
