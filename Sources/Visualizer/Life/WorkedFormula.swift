internal import Canvas
internal import Moves

/// How a figure on the screen comes about: a formula with numbers in it, each in as many digits as it
/// takes for the figure to come out when the formula is worked out with what is printed.
struct WorkedFormula {
  /// The figure as it is printed.
  var figure: String
  /// Each number as it is printed with so many more digits than usual.
  var numbers: [(_ more: Int) -> String]
  var result: ([Double]) -> Double
  /// A result as the figure would be printed.
  var printed: (Double) -> String
  var text: ([String]) -> String

  private static let mostDigits = 4

  static func number(_ value: Double) -> (Int) -> String {
    { more in Figures.digits(value, more: more) }
  }

  /// After the figure, with the sign between them: where it does not come out, it is only near.
  func after(_ glyphs: Glyphs) -> String {
    let told = told
    return "\(told.comesOut ? "=" : glyphs.about) \(told.words)"
  }

  /// Before the figure and with it.
  func before(_ glyphs: Glyphs) -> String {
    let told = told
    return "\(told.words) \(told.comesOut ? "=" : glyphs.about) \(figure)"
  }

  private var told: (words: String, comesOut: Bool) {
    for more in 0...Self.mostDigits {
      let texts = numbers.map { $0(more) }
      if comesOut(texts) { return (text(texts), true) }
    }
    return (text(numbers.map { $0(0) }), false)
  }

  private func comesOut(_ texts: [String]) -> Bool {
    let values = texts.compactMap(Double.init)
    guard values.count == texts.count, values.allSatisfy(\.isFinite) else { return false }
    let result = result(values)
    // A tie would be rounded either way.
    return [1 - 1e-12, 1 + 1e-12].allSatisfy { printed(result * $0) == figure }
  }
}

extension WorkedFormula {
  /// "0.01384 × 0.293"
  init(of product: Double, _ value: Double, times factor: Double, _ glyphs: Glyphs) {
    self.init(
      figure: Figures.digits(product),
      numbers: [
        Self.number(value),
        { $0 == 0 ? Figures.factor(factor) : Figures.digits(factor, more: $0) },
      ],
      result: { $0[0] * $0[1] }, printed: Figures.digits,
      text: { "\($0[0]) \(glyphs.times) \($0[1])" })
  }
}
