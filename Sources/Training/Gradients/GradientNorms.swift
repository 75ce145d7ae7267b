import Autograd
import Moves

/// The L2 norms of the gradients that are there, tensor by tensor.
struct GradientNorms {
  /// Σg² of each parameter tensor; 0 where there is no gradient.
  private let squares: [Double]
  /// How many tensors hold a gradient.
  let present: Int

  init(of parameters: Parameters) {
    squares = parameters.tensors.indices.map { parameters.squaredNorm(of: $0) }
    present = parameters.tensors.indices.count { parameters.hasGradient($0) }
  }

  /// The norm of all gradients together.
  var total: Double { squares.reduce(0, +).squareRoot() }

  /// The norm of each layer's gradients, layers in the order of the parameters.
  func layers(_ specs: [ParameterSpec]) -> [LayerNorm] {
    var sums: [LayerNorm] = []
    for (spec, square) in zip(specs, squares) {
      if sums.last?.layer != spec.layer { sums.append(LayerNorm(layer: spec.layer, norm: 0)) }
      sums[sums.count - 1].norm += square
    }
    return sums.map { LayerNorm(layer: $0.layer, norm: $0.norm.squareRoot()) }
  }
}
