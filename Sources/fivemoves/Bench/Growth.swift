internal import Moves
internal import Platform
internal import Training

/// How the time of a step grows with one thing, all others left as they are.
struct Growth {
  struct Point {
    let value: Int
    let medianSeconds: Double
    /// Operations a second of the matrix products; nil where these are nothing beside the rest.
    var operationsPerSecond: Double?
    /// The memory held, where the system says.
    let residentBytes = PeakMemory.resident
  }

  let of: String
  var points: [Point] = []

  /// `line` from its first step on: nothing may grow with the steps that were made.
  static func inSteps() throws(TrainingError) -> Growth {
    var growth = Growth(of: "steps of line")
    let trainer = try Trainer(measuring: "line") { $0.steps = 1_000_000 }
    trainer.makesReadings = false
    for mark in [100, 1000, 10_000, 100_000] {
      while trainer.completedSteps < mark - 50 { _ = trainer.finishStep() }
      let times = (0..<50).map { _ in
        let start = now()
        _ = trainer.finishStep()
        return now() - start
      }
      growth.points.append(Point(value: mark, medianSeconds: Measurement.median(times)))
    }
    return growth
  }

  static func inLayers(seconds: Double) throws(TrainingError) -> Growth {
    try measured("layers of story", [1, 2, 4, 8], seconds) { $0.layers = $1 }
  }

  static func inBatch(seconds: Double) throws(TrainingError) -> Growth {
    try measured("batch of story", [8, 16, 32, 64], seconds) { $0.batchSize = $1 }
  }

  /// Attention compares each place with all before it: its share grows faster than the context.
  static func inContext(seconds: Double) throws(TrainingError) -> Growth {
    try measured("context of story", [24, 48, 96, 192], seconds) { $0.context = $1 }
  }

  /// Larger matrices: their products take a larger share of the time, and come nearer to the peak.
  static func inWidth(seconds: Double) throws(TrainingError) -> Growth {
    try measured("width of story", [64, 128, 256, 512], seconds) { $0.width = $1 }
  }

  private static func measured(
    _ name: String, _ values: [Int], _ seconds: Double,
    _ set: (inout Hyperparameters, Int) -> Void
  ) throws(TrainingError) -> Growth {
    var growth = Growth(of: name)
    for value in values {
      let trainer = try Trainer(measuring: "story") { set(&$0, value) }
      trainer.makesReadings = false
      let found = Measurement(trainer, seconds: seconds)
      growth.points.append(
        Point(
          value: value, medianSeconds: found.medianSeconds,
          operationsPerSecond: found.operationsPerSecond))
    }
    return growth
  }
}
