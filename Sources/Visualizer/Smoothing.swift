/// How strongly the loss curve is smoothed: what is left of the old mean at each new step.
enum Smoothing: CaseIterable, Sendable {
  case off
  case light
  case heavy

  var next: Smoothing {
    switch self {
    case .off: .light
    case .light: .heavy
    case .heavy: .off
    }
  }

  var keeps: Double {
    switch self {
    case .off: 0
    case .light: 0.9
    case .heavy: 0.98
    }
  }
}

/// An exponential moving average that begins at the first value: early on the weights that are
/// missing are made up for, as AdamW's bias correction does.
struct MovingAverage: Sendable, Equatable {
  private let keeps: Double
  private var sum = 0.0
  private var weight = 0.0

  init(_ smoothing: Smoothing) {
    keeps = smoothing.keeps
  }

  /// Takes in a value and gives the mean; what is not finite is passed on and forgotten.
  mutating func mean(with value: Float) -> Float {
    guard value.isFinite else { return value }
    sum = keeps * sum + (1 - keeps) * Double(value)
    weight = keeps * weight + (1 - keeps)
    return Float(sum / weight)
  }

  /// As if all values so far had been this one.
  mutating func begin(at value: Float) { (sum, weight) = (Double(value), 1) }
}
