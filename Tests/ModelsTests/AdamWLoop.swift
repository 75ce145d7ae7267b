import Autograd

/// The loop of the PyTorch figures: lr 1e-2, betas (0.9, 0.99), weight decay 0.1, clip 1.0.
final class AdamWLoop {
  private let parameters: Parameters
  private let means: UnsafeMutableBufferPointer<Float>
  private let old: UnsafeMutableBufferPointer<Float>
  private var settings = AdamWSettings()

  init(_ parameters: Parameters) {
    self.parameters = parameters
    means = .allocate(capacity: 2 * parameters.count)
    means.update(repeating: 0)
    old = .allocate(capacity: parameters.count)
    old.update(repeating: 0)
    settings.learningRate = 1e-2
    settings.beta2 = 0.99
    settings.weightDecay = 0.1
  }

  /// One step on the gradients that `backward` leaves: the loss it says, and the gradients' norm
  /// before clipping.
  func step(_ step: Int, backward: () throws -> Float) rethrows -> (loss: Float, norm: Double) {
    parameters.clearGradients()
    let loss = try backward()
    let norm = squaredSum(parameters.gradients).squareRoot()
    parameters.scaleGradients(by: Float(min(1, 1 / (norm + 1e-6))))
    for i in parameters.specs.indices { update(i, step) }
    return (loss, norm)
  }

  private func update(_ i: Int, _ step: Int) {
    let m = parameters.range(of: i)
    let v = m.lowerBound + parameters.count..<m.upperBound + parameters.count
    parameters.adamWStep(
      i, 0..<m.count, m: UnsafeMutableBufferPointer(rebasing: means[m]),
      v: UnsafeMutableBufferPointer(rebasing: means[v]),
      old: UnsafeMutableBufferPointer(rebasing: old[m]), settings, settings.corrections(step: step))
  }

  deinit {
    means.deallocate()
    old.deallocate()
  }
}
