internal import Notation
internal import Platform

extension Axis {
  /// As many decimals as tell values a step apart; powers of ten where zeros would fill the label.
  static func labels(_ values: [Double], step: Double) -> [String] {
    let size = values.reduce(0) { max($0, abs($1)) }
    let place = Int(floor(log10(step) + 1e-9))
    guard isPlain(size) else { return values.map { powered($0, place: place) } }
    return values.map { Figure.fixed($0, decimals: max(-place, 0)) }
  }

  /// Values that are not evenly spaced, each with the decimals of its own leading digit.
  static func labels(_ values: [Double]) -> [String] {
    let steps = zip(values, values.dropFirst()).map { $1 - $0 }
    let size = values.reduce(0) { max($0, abs($1)) }
    if let step = steps.min(), let least = values.min(), isPlain(size), size < 20 * least {
      return labels(values, step: unit(of: values, step))
    }
    return values.map { value in
      let place = Int(floor(log10(value) + 1e-9))
      let isPlain = (-3..<5).contains(place)
      return isPlain
        ? Figure.fixed(value, decimals: max(-place, 0)) : powered(value, place: place)
    }
  }

  /// A power of ten, at most the step, that all values are multiples of.
  private static func unit(of values: [Double], _ step: Double) -> Double {
    let largest = pow(10, floor(log10(step) + 1e-9))
    let units = [1, 10, 100, 1000].map { largest / $0 }
    return units.first { unit in
      values.allSatisfy { abs($0 / unit - ($0 / unit).rounded()) < 1e-6 * max($0 / unit, 1) }
    } ?? largest
  }

  private static func isPlain(_ size: Double) -> Bool {
    size == 0 || (1e-2..<1e5).contains(size)
  }

  private static func powered(_ value: Double, place: Int) -> String {
    guard value != 0 else { return "0" }
    let exponent = Int(floor(log10(abs(value)) + 1e-9))
    return Figure.scientific(value, decimals: min(max(exponent - place, 0), 6))
  }
}
