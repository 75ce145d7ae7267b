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

  /// Sorts no more than it takes to know the middle one: of a million steps, a hundredth of the run.
  static func median(_ numbers: [Double]) -> Double {
    var numbers = numbers
    let middle = numbers.count / 2
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let pivot = numbers[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        guard left <= right else { break }
        numbers.swapAt(left, right)
        (left, right) = (left + 1, right - 1)
      }
      if middle <= right { high = right } else if middle >= left { low = left } else { break }
    }
    return numbers[middle]
  }
}
