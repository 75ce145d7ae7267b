import Autograd
import Moves

extension MersenneTwister {
  /// Its words, its place among them and its spare normal number, in hexadecimal digits.
  var text: String {
    let words = state.map { $0.hexadecimal(digits: 8) }.joined()
    return words + (spareNormal?.bitPattern.hexadecimal(digits: 16) ?? "")
  }

  init?(text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 625 * 8 || digits.count == 625 * 8 + 16 else { return nil }
    let words = stride(from: 0, to: 625 * 8, by: 8).compactMap { i in
      number(digits[i..<i + 8]).map { UInt32($0) }
    }
    guard words.count == 625 else { return nil }
    var spare: Double?
    if digits.count > 625 * 8 {
      guard let bits = number(digits[(625 * 8)...]) else { return nil }
      spare = Double(bitPattern: bits)
    }
    self.init(state: words, spareNormal: spare)
  }
}

extension DropoutStream.State {
  var text: String { seed.hexadecimal(digits: 16) + draws.hexadecimal(digits: 16) }

  init?(text: String) {
    let digits = Array(text.utf8)
    guard digits.count == 32, let seed = number(digits[..<16]), let draws = number(digits[16...])
    else { return nil }
    self.init(seed: seed, draws: draws)
  }
}

/// The number of up to sixteen hexadecimal digits, and nothing but digits.
private func number(_ digits: ArraySlice<UInt8>) -> UInt64? {
  guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
  return UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
}
