import Autograd

/// `clip_grad_norm_` (torch/nn/utils/clip_grad.py): one factor for all gradients.
struct Clipping: Equatable {
  var normBefore: Double
  var normAfter: Double
  var factor: Double

  /// Whether the gradients were made shorter; what became no number was not, it was lost.
  var clipped: Bool { factor < 1 && normAfter.isFinite }

  /// Multiplies every gradient by min(1, maxNorm/(norm + 1e-6)), in single precision like PyTorch.
  /// A norm that is not a number makes every gradient NaN; an infinite one makes them 0, itself NaN.
  init(_ parameters: Parameters, maxNorm: Double) {
    let total = GradientNorms(of: parameters).total
    let norm = Float(total)
    if norm.isInfinite, total.isFinite {
      normBefore = total
      factor = Self.shorten(parameters, maxNorm / total)
    } else {
      let factor = Self.factor(norm: norm, maxNorm: Float(maxNorm))
      parameters.scaleGradients(by: factor)
      (normBefore, self.factor) = (Double(norm), Double(factor))
    }
    normAfter = factor == 1 ? normBefore : GradientNorms(of: parameters).total
  }

  /// PyTorch divides a number by a tensor by taking the tensor's reciprocal first.
  static func factor(norm: Float, maxNorm: Float) -> Float {
    let factor = 1 / (norm + 1e-6) * maxNorm
    return factor > 1 ? 1 : factor
  }

  /// Multiplies gradients that are numbers, though their norm is too large for one of 32 bits, as
  /// double precision would. In two steps: the factor alone may be too small for 32 bits.
  private static func shorten(_ parameters: Parameters, _ factor: Double) -> Double {
    guard factor < 1 else { return 1 }
    parameters.scaleGradients(by: 0x1p-64)
    parameters.scaleGradients(by: Float(factor * 0x1p64))
    return factor
  }
}
