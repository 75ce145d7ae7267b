internal import Autograd
internal import Foundation

/// What PyTorch's AdamW made of random gradients: eight hexadecimal digits, so all bits, a number.
/// Written by `PyTorch/parity.py adamw`.
struct KeptAdamW: Decodable {
  static func read() throws -> KeptAdamW {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "PyTorch/adamw.json")
    return try JSONDecoder().decode(KeptAdamW.self, from: Data(contentsOf: file))
  }

  let shapes: [[Int]]
  /// The learning rate of each step.
  let rates: [Double]
  let settings: [Run]

  struct Run: Decodable {
    let beta1: Double
    let beta2: Double
    let eps: Double
    let weightDecay: Double
    let first: String
    let steps: [Step]

    var chosen: AdamWSettings {
      var settings = AdamWSettings()
      (settings.beta1, settings.beta2) = (beta1, beta2)
      (settings.eps, settings.weightDecay) = (eps, weightDecay)
      return settings
    }
  }

  struct Step: Decodable {
    let gradient: String
    let m: String
    let v: String
    let p: String
  }
}

extension String {
  /// The numbers whose bits these are; nil if these are no such digits.
  var floats: [Float]? {
    let digits = Array(utf8)
    let floats = stride(from: 0, to: digits.count, by: 8).compactMap { start in
      UInt32(
        String(decoding: digits[start..<min(start + 8, digits.count)], as: UTF8.self), radix: 16
      )
      .map(Float.init(bitPattern:))
    }
    return floats.count * 8 == digits.count ? floats : nil
  }
}

extension [Float] {
  var hexadecimal: String {
    map { number in
      let digits = String(number.bitPattern, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }
}
