extension Int {
  /// "step" for 1, "steps" for any other count.
  public func noun(_ one: String, _ many: String? = nil) -> String {
    self == 1 ? one : many ?? one + "s"
  }

  /// "1 step", "20 steps", "2,000 steps".
  public func counted(_ one: String, _ many: String? = nil) -> String {
    "\(grouped) \(noun(one, many))"
  }

  /// Digits in threes: 107,584.
  public var grouped: String {
    var digits = Array(String(magnitude))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return (self < 0 ? "-" : "") + String(digits)
  }
}
