import Autograd
import Models

/// The GPT's training of the PyTorch figures: two micro-batches a step.
final class GoldenTraining {
  private let gpt: GPT
  private let loop: AdamWLoop
  private let tape = Tape()
  /// After `torch.manual_seed(42)`.
  private var data = MersenneTwister(seed: 42)

  init(_ gpt: GPT) {
    self.gpt = gpt
    loop = AdamWLoop(gpt.parameters)
  }

  /// The mean loss of two micro-batches, and the gradients' norm before clipping.
  func step(_ step: Int) throws -> (loss: Float, norm: Double) {
    try loop.step(step) { try microBatch() / 2 + microBatch() / 2 }
  }

  /// Two rows of nine tokens: eight to read, and each one's next to answer.
  private func microBatch() throws -> Float {
    tape.reset()
    let drawn = (0..<18).map { _ in Int32(data.integer(below: 19)) }
    let logits = gpt.logits(Array(drawn[0..<8] + drawn[9..<17]), context: 8, on: tape)
    let loss = tape.crossEntropy(logits, targets: Array(drawn[1...8] + drawn[10...17]))
    try tape.backward(tape.scale(loss, by: 0.5))
    return loss.item
  }
}
