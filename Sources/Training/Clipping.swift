internal import Autograd

/// `clip_grad_norm_` (torch/nn/utils/clip_grad.py).
struct Clipping {
  let norm: Double
  let factor: Double

  /// total = L2 norm of all gradients; factor = min(1, max / (total + 1e-6)); NaN stays NaN.
  init(norm: Double, maxNorm: Double) {
    self.norm = norm
    let wanted = maxNorm / (norm + 1e-6)
    factor = wanted.isNaN ? wanted : min(1, wanted)
  }

  var isClipped: Bool { factor < 1 }

  /// Every gradient is multiplied, also by 1.
  func apply(to parameters: Parameters) { parameters.scaleGradients(by: Float(factor)) }
}

extension Parameters {
  /// The L2 norm of all gradients together.
  var gradientNorm: Double {
    tensors.indices.reduce(0) { $0 + squaredNorm(of: $1) }.squareRoot()
  }
}
