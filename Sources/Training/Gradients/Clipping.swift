import Autograd

/// `clip_grad_norm_` (torch/nn/utils/clip_grad.py): one factor for all gradients.
struct Clipping: Equatable {
  var normBefore: Double
  var normAfter: Double
  var factor: Double

  /// Whether the gradients were made shorter; what is not a number was not, it was lost.
  var clipped: Bool { factor < 1 }

  /// Multiplies every gradient by min(1, maxNorm/(norm + 1e-6)), in single precision like PyTorch.
  /// A norm that is not a number makes every gradient NaN; an infinite one makes them 0, itself NaN.
  init(_ parameters: Parameters, maxNorm: Double) {
    let norm = Float(GradientNorms(of: parameters).total)
    let factor = Self.factor(norm: norm, maxNorm: Float(maxNorm))
    parameters.scaleGradients(by: factor)
    normBefore = Double(norm)
    normAfter = factor == 1 ? normBefore : GradientNorms(of: parameters).total
    self.factor = Double(factor)
  }

  /// PyTorch divides a number by a tensor by taking the tensor's reciprocal first.
  static func factor(norm: Float, maxNorm: Float) -> Float {
    let factor = 1 / (norm + 1e-6) * maxNorm
    return factor > 1 ? 1 : factor
  }
}
