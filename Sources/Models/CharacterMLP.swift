public import Autograd

/// A network that guesses the next character from the few before it: each is looked up in an
/// embedding table, the rows found are joined, and one hidden layer with tanh leads to the logits.
///
/// The model of Bengio et al., "A Neural Probabilistic Language Model" (2003), for characters.
public final class CharacterMLP: Model {
  public let parameters: Parameters
  public let kind = "Character MLP"
  public var isTraining = true
  private let context: Int
  private let table: Tensor
  private let inner: Layer
  private let outer: Layer

  private struct Layer {
    let weight: Tensor
    let bias: Tensor

    init(_ name: String, of parameters: Parameters) {
      (weight, bias) = (parameters[name + ".weight"], parameters[name + ".bias"])
    }
  }

  /// The embedding begins N(0, 1), as nn.Embedding does; the weights of both linear layers
  /// N(0, `initStd`²), their biases 0. Numbers come from `generator` in the parameters' order.
  public init(
    vocabulary: Int, context: Int, embedding: Int, hidden: Int, initStd: Float,
    seed generator: inout MersenneTwister
  ) {
    self.context = context
    let parameters = Parameters([
      ParameterSpec(name: "embedding.weight", shape: [vocabulary, embedding], layer: "embedding"),
      ParameterSpec(name: "hidden.weight", shape: [hidden, context * embedding], layer: "hidden"),
      ParameterSpec(name: "hidden.bias", shape: [hidden], layer: "hidden"),
      ParameterSpec(name: "output.weight", shape: [vocabulary, hidden], layer: "output"),
      ParameterSpec(name: "output.bias", shape: [vocabulary], layer: "output"),
    ])
    self.parameters = parameters
    table = parameters["embedding.weight"]
    (inner, outer) = (Layer("hidden", of: parameters), Layer("output", of: parameters))
    for (name, std) in [("embedding", 1), ("hidden", initStd), ("output", initStd)] {
      generator.fillNormal(parameters[name + ".weight"].values, mean: 0, std: std)
    }
  }

  /// Tokens [rows × context], row by row, to logits [rows, vocabulary].
  public func logits(_ tokens: [Int32], on tape: Tape) -> Tensor {
    let joined = tape.embedding(tokens, table: table, joining: context)
    let hidden = tape.linear(joined, weight: inner.weight, bias: inner.bias, activation: .tanh)
    return tape.linear(hidden, weight: outer.weight, bias: outer.bias)
  }
}
