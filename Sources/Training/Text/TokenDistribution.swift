import Autograd
import Moves
import Platform

/// The scores of one row and the probabilities that softmax makes of them.
struct TokenDistribution {
  let logits: [Float]
  private let exponentials: [Double]
  private let sum: Double
  private let peak: Double
  /// Whether the best is drawn each time.
  private let isGreedy: Bool

  /// - Parameters:
  ///   - temperature: below 1 the likely symbols get likelier; at 0 only the likeliest is drawn.
  ///   - topK: less likely symbols than so many get no chance; equal ones are treated alike.
  init(of scores: Tensor, row: Int, temperature: Double = 1, topK: Int? = nil) {
    let width = scores.shape[1]
    logits = Array(scores.values[row * width..<(row + 1) * width])
    isGreedy = temperature == 0
    let divisor = isGreedy ? 1 : temperature
    let scaled = logits.map { Double($0) / divisor }
    peak = scaled.max() ?? 0
    let least = topK.map { scaled.sorted(by: >)[min($0, width) - 1] } ?? -.infinity
    exponentials = scaled.map { [peak] in $0 < least ? 0 : exp($0 - peak) }
    sum = exponentials.reduce(0, +)
  }

  func probability(_ symbol: Int) -> Double { exponentials[symbol] / sum }

  /// −ln of the symbol's probability at temperature 1, exact where the probability is too small to hold.
  func loss(_ symbol: Int) -> Float { Float(log(sum) + peak - Double(logits[symbol])) }

  func guess(_ symbol: Int, _ vocabulary: [String]) -> Guess {
    Guess(
      symbol: vocabulary[symbol], logit: logits[symbol], probability: Float(probability(symbol)))
  }

  /// The likeliest symbols, best first.
  func best(_ count: Int) -> [Int] {
    Array(logits.indices.sorted { logits[$0] > logits[$1] }.prefix(count))
  }

  /// A symbol drawn by its probability; nil where no probability is a number.
  func draw(from random: inout MersenneTwister) -> Int? {
    guard !sum.isNaN else { return nil }
    if isGreedy { return best(1)[0] }
    var left = Double(random.uniform()) * sum
    for (symbol, share) in exponentials.enumerated() {
      left -= share
      if left < 0 { return symbol }
    }
    return logits.count - 1
  }
}
