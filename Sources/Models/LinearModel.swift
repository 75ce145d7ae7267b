public import Autograd

/// A straight line, y = weight·x + bias: PyTorch's nn.Linear(1, 1).
public final class LinearModel: Model {
  public let parameters: Parameters
  public let kind = "Linear"
  public var isTraining = true
  private let weight: Tensor
  private let bias: Tensor

  /// Both parameters uniform in ±1, as nn.Linear begins with one input.
  public init(seed generator: inout MersenneTwister) {
    parameters = Parameters([
      ParameterSpec(name: "weight", shape: [1, 1], layer: "line"),
      ParameterSpec(name: "bias", shape: [1], layer: "line"),
    ])
    (weight, bias) = (parameters["weight"], parameters["bias"])
    for tensor in parameters.tensors { generator.fillUniform(tensor.values, low: -1, high: 1) }
  }

  /// x [rows, 1] to y [rows, 1].
  public func prediction(_ x: Tensor, on tape: Tape) -> Tensor {
    tape.linear(x, weight: weight, bias: bias)
  }
}
