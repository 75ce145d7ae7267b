internal import Moves

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Guess {
  /// Every symbol with its score and its share: the softmax of the scores.
  static func all(logits: [Float], symbols: [String]) -> [Guess] {
    let peak = logits.max() ?? 0
    let powers = logits.map { expf($0 - peak) }
    let total = powers.reduce(0, +)
    return zip(symbols, zip(logits, powers)).map { symbol, score in
      Guess(symbol: symbol, logit: score.0, probability: score.1 / total)
    }
  }
}

/// The natural logarithm.
func logarithm(_ x: Float) -> Float { logf(x) }
