public import Autograd

/// A multilayer perceptron: PyTorch's nn.Sequential of nn.Linear and nn.Tanh by turns, Linear last.
public final class MLP: Model {
  public let parameters: Parameters
  public let kind = "MLP"
  public let activation: String? = "tanh"
  public var isTraining = true
  private let layers: [(weight: Tensor, bias: Tensor)]

  /// Weights and biases uniform in ±1/√inputs, as nn.Linear begins, drawn in PyTorch's order.
  /// - Parameter widths: numbers that go in, those of each hidden layer, those that come out.
  public init(widths: [Int], seed generator: inout MersenneTwister) {
    precondition(widths.count >= 2, "an MLP of widths \(widths)")
    let parameters = Parameters(Self.specs(widths))
    self.parameters = parameters
    layers = stride(from: 0, to: parameters.tensors.count, by: 2).map {
      (parameters.tensors[$0], parameters.tensors[$0 + 1])
    }
    for (weight, bias) in layers {
      let bound = 1 / Float(weight.shape[1]).squareRoot()
      for tensor in [weight, bias] {
        generator.fillUniform(tensor.values, low: -bound, high: bound)
      }
    }
  }

  /// The scores of every class, [rows, classes], for x [rows, inputs].
  public func logits(_ x: Tensor, on tape: Tape) -> Tensor {
    var x = x
    for i in layers.indices {
      let isLast = i == layers.count - 1
      x = tape.linear(
        x, weight: layers[i].weight, bias: layers[i].bias, activation: isLast ? .none : .tanh)
    }
    return x
  }

  /// nn.Sequential counts its parts, and every second one is a Tanh without parameters.
  private static func specs(_ widths: [Int]) -> [ParameterSpec] {
    let last = widths.count - 2
    return (0...last).flatMap { i in
      let layer = i == last ? "output" : "hidden \(i + 1)"
      return [
        ParameterSpec(name: "\(2 * i).weight", shape: [widths[i + 1], widths[i]], layer: layer),
        ParameterSpec(name: "\(2 * i).bias", shape: [widths[i + 1]], layer: layer),
      ]
    }
  }
}
