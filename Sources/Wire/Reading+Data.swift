public import Moves

/// A picture's training data stand in the run's first reading; later readings need not repeat them.
extension Reading {
  func without(dataOf first: Reading?) -> Reading {
    switch (self, first) {
    case (.line(var reading), .line(let known)?) where reading.data == known.data:
      reading.data = []
      return .line(reading)
    case (.map(var reading), .map(let known)?) where reading.data == known.data:
      reading.data = []
      return .map(reading)
    default: return self
    }
  }

  func with(dataOf first: Reading?) -> Reading {
    switch (self, first) {
    case (.line(var reading), .line(let known)?) where reading.data.isEmpty:
      reading.data = known.data
      return .line(reading)
    case (.map(var reading), .map(let known)?) where reading.data.isEmpty:
      guard known.classes <= reading.classes else { return self }
      reading.data = known.data
      return .map(reading)
    default: return self
    }
  }
}

extension MoveReport {
  public mutating func dropReading() { changeReading { _ in nil } }

  mutating func changeReading(_ change: (Reading) -> Reading?) {
    switch outcome {
    case .forward(var report):
      report.reading = report.reading.flatMap(change)
      outcome = .forward(report)
    case .step(var report):
      report.reading = report.reading.flatMap(change)
      outcome = .step(report)
    case .zeroGrad, .backward, .clip, .failed: return
    }
  }
}
