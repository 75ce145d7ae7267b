import Autograd
import Moves

/// The L2 norms of the gradients that are there, tensor by tensor.
struct GradientNorms {
  /// The norm of all gradients together.
  let total: Double
  /// How many tensors hold a gradient.
  let present: Int

  init(of parameters: Parameters) {
    var (square, present) = (0.0, 0)
    for i in parameters.tensors.indices where parameters.hasGradient(i) {
      square += parameters.squaredNorm(of: i)
      present += 1
    }
    (total, self.present) = (square.squareRoot(), present)
  }

  /// The norm of each layer's gradients, layers in the order of the parameters.
  static func layers(of parameters: Parameters) -> [LayerNorm] {
    var sums: [LayerNorm] = []
    for (i, spec) in parameters.specs.enumerated() {
      if sums.last?.layer != spec.layer { sums.append(LayerNorm(layer: spec.layer, norm: 0)) }
      sums[sums.count - 1].norm += parameters.squaredNorm(of: i)
    }
    for i in sums.indices { sums[i].norm.formSquareRoot() }
    return sums
  }
}
