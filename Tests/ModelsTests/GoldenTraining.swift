import Autograd
import Models

/// The loop of the PyTorch figures: lr 1e-2, betas (0.9, 0.99), weight decay 0.1, clip 1.0.
final class GoldenTraining {
  private let gpt: GPT
  private let tape = Tape()
  private let means: UnsafeMutableBufferPointer<Float>
  /// After `torch.manual_seed(42)`.
  private var data = MersenneTwister(seed: 42)
  private var settings = AdamWSettings()

  init(_ gpt: GPT) {
    self.gpt = gpt
    means = .allocate(capacity: 2 * gpt.parameters.count)
    means.update(repeating: 0)
    settings.learningRate = 1e-2
    settings.beta2 = 0.99
    settings.weightDecay = 0.1
  }

  /// The mean loss of two micro-batches, and the gradients' norm before clipping.
  func step(_ step: Int) throws -> (loss: Float, norm: Double) {
    let parameters = gpt.parameters
    parameters.clearGradients()
    let loss = try microBatch() / 2 + microBatch() / 2
    let norm = squaredSum(parameters.gradients).squareRoot()
    parameters.scaleGradients(by: Float(min(1, 1 / (norm + 1e-6))))
    for i in parameters.specs.indices {
      let m = parameters.range(of: i)
      let v = m.lowerBound + parameters.count..<m.upperBound + parameters.count
      parameters.adamWStep(
        i, m: UnsafeMutableBufferPointer(rebasing: means[m]),
        v: UnsafeMutableBufferPointer(rebasing: means[v]), settings, step: step)
    }
    return (loss, norm)
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

  deinit { means.deallocate() }
}
