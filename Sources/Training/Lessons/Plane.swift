import Autograd
import Models
import Moves
import Platform

/// A plane cut into cells, and what a network says in the middle of each: looked at under
/// `no_grad()`, on a tape apart from training's.
final class Plane {
  static let columns = 72
  static let rows = 36

  private let tape = Tape()
  private let middles: [Float]

  /// A square from `range.lowerBound` to `range.upperBound` both ways.
  init(_ range: ClosedRange<Float>) {
    let size = range.upperBound - range.lowerBound
    let across = (0..<Self.columns).map {
      range.lowerBound + size * (Float($0) + 0.5) / Float(Self.columns)
    }
    let down = (0..<Self.rows).map {
      range.upperBound - size * (Float($0) + 0.5) / Float(Self.rows)
    }
    middles = down.flatMap { y in across.flatMap { x in [x, y] } }
  }

  func verdicts(of mlp: MLP) -> [MapReading.Verdict] { verdicts(of: mlp, at: middles) }

  /// The class that it sees at each of these places, x and y by turns.
  func guesses(of mlp: MLP, at places: [Float]) -> [Int?] {
    verdicts(of: mlp, at: places).map(\.guess)
  }

  private func verdicts(of mlp: MLP, at places: [Float]) -> [MapReading.Verdict] {
    tape.reset()
    return tape.noGrad {
      let x = tape.constant(places, shape: [places.count / 2, 2])
      return mlp.logits(x, on: tape).verdicts
    }
  }
}

extension Tensor {
  /// Of each row of scores the highest one's class, and what softmax gives it.
  var verdicts: [MapReading.Verdict] {
    (0..<shape[0]).map { verdict(ofScores: $0 * shape[1]..<($0 + 1) * shape[1]) }
  }

  private func verdict(ofScores row: Range<Int>) -> MapReading.Verdict {
    var best = row.lowerBound
    for i in row where values[i] > values[best] { best = i }
    var sum: Float = 0
    for i in row { sum += exp(values[i] - values[best]) }
    return MapReading.Verdict(
      guess: sum.isNaN ? nil : best - row.lowerBound, probability: 1 / sum)
  }
}
