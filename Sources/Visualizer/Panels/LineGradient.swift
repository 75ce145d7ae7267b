internal import Canvas
internal import Moves

/// How loss and gradients of `line` follow from the errors, each in as many digits as come out when
/// the figures on the screen are multiplied out by hand.
struct LineGradient {
  var points: [LineReading.Point]

  func loss(_ loss: Float) -> String? { texts([(loss, mean { $0.error * $0.error })])?[0] }

  /// 2 · mean(error · x) and 2 · mean(error)
  func texts(weight: Float, bias: Float) -> (weight: String, bias: String)? {
    let byHand = (2 * mean { $0.error * $0.x }, 2 * mean { $0.error })
    return texts([(weight, byHand.0), (bias, byHand.1)]).map { ($0[0], $0[1]) }
  }

  /// A point as it is printed.
  private struct Printed {
    var x: Double
    var error: Double
  }

  private func mean(_ term: (Printed) -> Double) -> Double {
    let printed = points.map {
      Printed(x: Self.printed($0.x), error: Self.printed($0.guess - $0.y))
    }
    return printed.reduce(0) { $0 + term($1) } / Double(max(printed.count, 1))
  }

  private static func printed(_ value: Float) -> Double {
    Double(LineLife.figure(value)) ?? .nan
  }

  /// All with equally many decimals; nil where not even the first digit comes out.
  private func texts(_ values: [(engine: Float, byHand: Double)]) -> [String]? {
    guard values.allSatisfy({ abs($0.engine) < 1000 && $0.byHand.isFinite }) else { return nil }
    for decimals in stride(from: 4, through: 0, by: -1) {
      let texts = values.map { Figure.fixed(Double($0.engine), decimals: decimals) }
      let byHand = values.map { Figure.fixed($0.byHand, decimals: decimals) }
      guard texts == byHand else { continue }
      return texts.allSatisfy { $0.contains { ("1"..."9").contains($0) } } ? texts : nil
    }
    return nil
  }
}
