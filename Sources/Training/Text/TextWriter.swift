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

  mutating func writeOne(
    with gpt: GPT, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) {
    tape.reset()
    let window = Array(read.suffix(context))
    let logits = gpt.logits(window, context: window.count, on: tape)
    let chances = Chances(of: logits, row: window.count - 1, temperature: temperature, topK: topK)
    let symbol = Int32(chances.draw(from: &random))
    read.append(symbol)
    written.append(symbol)
  }
}
