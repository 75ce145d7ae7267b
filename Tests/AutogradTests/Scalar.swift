import Foundation

/// The naive reference: one Double at a time, each remembering what it was made from.
final class ScalarTape {
  private(set) var values: [Double] = []
  private var parents: [[(place: Int, slope: Double)]] = []

  func make(_ value: Double, _ from: [(place: Int, slope: Double)] = []) -> Scalar {
    values.append(value)
    parents.append(from)
    return Scalar(tape: self, place: values.count - 1)
  }

  /// d loss / d everything.
  func gradients(of loss: Scalar) -> [Double] {
    var slopes = [Double](repeating: 0, count: values.count)
    slopes[loss.place] = 1
    for place in (0...loss.place).reversed() {
      for parent in parents[place] { slopes[parent.place] += parent.slope * slopes[place] }
    }
    return slopes
  }
}

/// One number of the reference.
struct Scalar {
  let tape: ScalarTape
  let place: Int
  var value: Double { tape.values[place] }

  func map(_ value: Double, slope: Double) -> Scalar { tape.make(value, [(place, slope)]) }

  static func + (a: Scalar, b: Scalar) -> Scalar {
    a.tape.make(a.value + b.value, [(a.place, 1), (b.place, 1)])
  }
  static func - (a: Scalar, b: Scalar) -> Scalar { a + b * -1 }
  static func * (a: Scalar, b: Scalar) -> Scalar {
    a.tape.make(a.value * b.value, [(a.place, b.value), (b.place, a.value)])
  }
  static func / (a: Scalar, b: Scalar) -> Scalar {
    a * b.map(1 / b.value, slope: -pow(b.value, -2))
  }
  static func * (a: Scalar, b: Double) -> Scalar { a.map(a.value * b, slope: b) }
  static func + (a: Scalar, b: Double) -> Scalar { a.map(a.value + b, slope: 1) }

  var exponential: Scalar { map(exp(value), slope: exp(value)) }
  var logarithm: Scalar { map(log(value), slope: 1 / value) }
  var root: Scalar { map(value.squareRoot(), slope: 0.5 / value.squareRoot()) }
  var hyperbolicTangent: Scalar { map(tanh(value), slope: 1 - pow(tanh(value), 2)) }
  var gelu: Scalar {
    let below = 0.5 * (1 + erf(value / 2.0.squareRoot()))
    let density = exp(-0.5 * value * value) / (2 * Double.pi).squareRoot()
    return map(value * below, slope: below + value * density)
  }
}

extension [Scalar] {
  var sum: Scalar { dropFirst().reduce(self[0], +) }
  var mean: Scalar { sum * (1 / Double(count)) }

  var softmax: [Scalar] {
    let powers = map(\.exponential)
    let total = powers.sum
    return powers.map { $0 / total }
  }

  /// Its rows, each `width` long.
  func rows(_ width: Int) -> [[Scalar]] {
    stride(from: 0, to: count, by: width).map { Array(self[$0..<$0 + width]) }
  }
}
