internal import Moves
internal import Platform
internal import Training

/// What the training steps of one task took.
struct Measurement {
  let task: String
  let parameters: Int
  let medianSeconds: Double
  let steps: Int
  /// Operations of the matrix products of one step.
  let operations: Double
  /// The median seconds of each move, in the order of `Move.allCases`.
  let moveSeconds: [Double]
  /// The most memory that the process held at once.
  let peakBytes: Int

  var operationsPerSecond: Double { operations / medianSeconds }

  /// Trains for about so many seconds, after some steps that do not count.
  init(_ trainer: Trainer, seconds: Double) {
    PeakMemory.forget()
    for _ in 0..<5 { _ = trainer.finishStep() }
    let operationsBefore = trainer.operations
    var times: [Double] = []
    var moves = Move.allCases.map { _ in [Double]() }
    let end = now() + seconds
    repeat {
      let start = now()
      _ = trainer.finishStep()
      times.append(now() - start)
      let spent = trainer.lastSummary?.moveSeconds ?? []
      for (move, seconds) in spent.enumerated() { moves[move].append(seconds) }
    } while now() < end || times.count < 5
    task = trainer.facts.name
    parameters = trainer.facts.parameterCount ?? 0
    steps = times.count
    medianSeconds = Self.median(times)
    operations = Double(trainer.operations - operationsBefore) / Double(times.count)
    moveSeconds = moves.map(Self.median)
    peakBytes = PeakMemory.bytes
  }

  static func median(_ numbers: [Double]) -> Double { numbers.sorted()[numbers.count / 2] }
}
