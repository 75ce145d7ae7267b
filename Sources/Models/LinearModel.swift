public import Autograd

/// `nn.Linear(1, 1)`: a line with two parameters, weight and bias.
public final class LinearModel: Model {
  public let kind = "line"
  public let parameters: Parameters
  public var isTraining = true

  /// Both parameters start uniform between −1 and 1 (1/√in, as PyTorch's).
  public init(generator: inout MersenneTwister) {
    parameters = Parameters([
      ParameterSpec("weight", [1, 1], layer: "line"), ParameterSpec("bias", [1], layer: "line"),
    ])
    generator.fillUniform(parameters.values, low: -1, high: 1)
  }

  /// weight · x + bias: [rows, 1] to [rows, 1].
  public func prediction(_ x: Tensor, on tape: Tape) -> Tensor {
    tape.linear(x, weight: parameters["weight"], bias: parameters["bias"])
  }
}
