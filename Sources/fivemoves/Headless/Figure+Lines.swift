internal import Moves
internal import Notation

/// Figures in the lines of training without a screen.
extension Figure {
  /// A loss or a norm: 2.4157, 9.557e14, 3.120e-5; none where there is none.
  static func measured(_ number: Double?) -> String {
    guard let number else { return "none" }
    guard number.isFinite else { return number.spelled }
    let size = abs(number)
    return number == 0 || size >= 1e-3 && size < 1e5
      ? fixed(number, decimals: 4) : scientific(number, decimals: 3)
  }

  static func measured(_ number: Float?) -> String { measured(number.map(Double.init)) }

  /// A step's time, in as many digits as it takes for it not to be 0.
  static func milliseconds(_ seconds: Double) -> String {
    let value = seconds * 1000
    return fixed(value, decimals: value < 0.1 ? 4 : value < 10 ? 3 : 1)
  }

  /// How fast steps follow each other: "12 steps/s", or where there is less than one, "2.5 s/step".
  static func pace(_ stepsPerSecond: Double) -> String {
    stepsPerSecond < 1
      ? "\(fixed(1 / stepsPerSecond, decimals: 1)) s/step"
      : "\(fixed(stepsPerSecond, decimals: stepsPerSecond < 10 ? 1 : 0)) steps/s"
  }
}
