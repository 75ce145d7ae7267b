import Autograd
import Models

/// Writes on from a prompt, reading at most `context` of the last symbols.
struct TextWriter {
  private(set) var written: [Int32] = []
  private var read: [Int32]
  private let context: Int
  private let temperature: Double
  private let topK: Int?

  /// A prompt of no known symbol begins with the vocabulary's first.
  init(_ prompt: [Int32], context: Int, temperature: Double, topK: Int? = nil) {
    read = prompt.isEmpty ? [0] : prompt
    self.context = context
    self.temperature = temperature
    self.topK = topK
  }

  /// - Returns: whether there was a probability to draw by.
  mutating func writeOne(
    with gpt: GPT, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) -> Bool {
    tape.reset()
    let window = Array(read.suffix(context))
    let logits = gpt.logits(window, context: window.count, on: tape)
    let distribution = TokenDistribution(
      of: logits, row: window.count - 1, temperature: temperature, topK: topK)
    guard let symbol = distribution.draw(from: &random).map(Int32.init) else { return false }
    read.append(symbol)
    written.append(symbol)
    return true
  }
}
