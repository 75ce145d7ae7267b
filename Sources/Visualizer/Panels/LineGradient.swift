internal import Canvas
internal import Moves
internal import Notation

/// How loss and gradients of `line` follow from the errors, each in as many digits as come out when
/// the figures on the screen are multiplied out by hand.
struct LineGradient {
  var points: [LineReading.Point]
  /// What the loss of these points was divided by before backward.
  var divisor = 1

  func loss(_ loss: Float) -> String? {
    texts([(Double(loss), mean { $0.error * $0.error })])?[0]
  }

  /// Weight's and bias's gradient, what was there before, and what these points added to it.
  struct Texts {
    var before: [String]?
    var share: [String]
    var gradient: [String]
  }

  /// 2 · mean(error · x) and 2 · mean(error), each ÷ the divisor, and on top of what was there.
  func texts(gradients: [Float], before: [Float]?) -> Texts? {
    let scale = 2 / Double(divisor)
    let byHand = [scale * mean { $0.error * $0.x }, scale * mean { $0.error }]
    let found = before ?? [0, 0]
    let shares = zip(gradients, found).map { Double($0) - Double($1) }
    guard let share = texts(Array(zip(shares, byHand))) else { return nil }
    guard before != nil else { return Texts(share: share, gradient: share) }
    return sum(of: share, gradients, found)
  }

  /// In as many decimals as the share has, the sum in one less where it is rounded otherwise.
  private func sum(of share: [String], _ gradients: [Float], _ before: [Float]) -> Texts? {
    let most = share[0].split(separator: ".").dropFirst().first?.count ?? 0
    let found = before.map { Figure.fixed(Double($0), decimals: most) }
    let sums = zip(share, found).map { (Double($0) ?? .nan) + (Double($1) ?? .nan) }
    for decimals in stride(from: most, through: max(most - 2, 0), by: -1) {
      let texts = gradients.map { Figure.fixed(Double($0), decimals: decimals) }
      guard texts == sums.map({ Figure.fixed($0, decimals: decimals) }) else { continue }
      return Texts(before: found, share: share, gradient: texts)
    }
    return nil
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
  private func texts(_ values: [(engine: Double, byHand: Double)]) -> [String]? {
    guard values.allSatisfy({ abs($0.engine) < 1000 && $0.byHand.isFinite }) else { return nil }
    for decimals in stride(from: 4, through: 0, by: -1) {
      let texts = values.map { Figure.fixed($0.engine, decimals: decimals) }
      let byHand = values.map { Figure.fixed($0.byHand, decimals: decimals) }
      guard texts == byHand else { continue }
      return texts.allSatisfy { $0.contains { ("1"..."9").contains($0) } } ? texts : nil
    }
    return nil
  }
}
