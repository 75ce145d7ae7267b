/// Works out what stands on the screen with the figures that stand there, as a person would with a
/// calculator.
struct Calculator {
  private var rest: Substring

  static func value(of text: some StringProtocol) -> Double? {
    var calculator = Calculator(rest: Substring(text.filter { $0 != " " }))
    guard let value = calculator.sum(), calculator.rest.isEmpty else { return nil }
    return value
  }

  private mutating func takes(_ signs: Character...) -> Character? {
    guard let next = rest.first, signs.contains(next) else { return nil }
    return rest.removeFirst()
  }

  private mutating func sum() -> Double? {
    guard var value = product() else { return nil }
    while let sign = takes("+", "-") {
      guard let next = product() else { return nil }
      value += sign == "+" ? next : -next
    }
    return value
  }

  private mutating func product() -> Double? {
    guard var value = power() else { return nil }
    while let sign = takes("×", "·", "÷") {
      guard let next = power() else { return nil }
      value = sign == "÷" ? value / next : value * next
    }
    return value
  }

  private mutating func power() -> Double? {
    guard let base = single() else { return nil }
    if takes("²") != nil { return base * base }
    guard takes("^") != nil else { return base }
    guard let exponent = single() else { return nil }
    return (0..<Int(exponent)).reduce(1.0) { value, _ in value * base }
  }

  private mutating func single() -> Double? {
    if takes("-") != nil { return power().map { -$0 } }
    if takes("√") != nil { return single().map { $0.squareRoot() } }
    if takes("(") != nil {
      let value = sum()
      return takes(")") != nil ? value : nil
    }
    guard let number = rest.prefixMatch(of: /[0-9.]+(e-?[0-9]+)?/) else { return nil }
    rest = rest[number.range.upperBound...]
    return Double(number.0)
  }
}
