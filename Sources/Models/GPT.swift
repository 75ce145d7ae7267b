public import Autograd

/// The sizes of a GPT.
public struct GPTShape: Sendable, Equatable {
  public var vocabulary: Int
  public var context: Int
  public var layers: Int
  public var heads: Int
  public var width: Int

  public init(vocabulary: Int, context: Int, layers: Int, heads: Int, width: Int) {
    self.vocabulary = vocabulary
    self.context = context
    self.layers = layers
    self.heads = heads
    self.width = width
  }
}

/// A GPT as nanoGPT's `model.py` lays it out with `bias=False`, its last layer tied to the
/// embedding of tokens.
public final class GPT: Model {
  public let kind = "GPT"
  public let shape: GPTShape
  public let parameters: Parameters
  public var isTraining = true
  private let blocks: [Block]
  private let dropout: Dropout

  public init(
    shape: GPTShape, dropout: Float, initStd: Float, generator: inout MersenneTwister,
    dropoutStream: DropoutStream
  ) {
    self.shape = shape
    let parameters = Parameters(Self.specs(shape))
    self.parameters = parameters
    self.dropout = Dropout(probability: dropout, random: dropoutStream)
    blocks = (0..<shape.layers).map { Block($0, shape: shape, parameters: parameters) }
    initialize(deviation: initStd, &generator)
  }

  /// Scores for every next token: [rows] tokens to [rows, vocabulary], rows = batch · context.
  public func logits(_ tokens: [Int32], context: Int, on tape: Tape) -> Tensor {
    precondition(context <= shape.context, "context \(context), at most \(shape.context)")
    let wte = parameters["transformer.wte.weight"]
    let drop = isTraining ? dropout : nil
    var x = tape.embedding(
      tokens, table: wte, positions: parameters["transformer.wpe.weight"], context: context)
    x = drop?.apply(to: x, on: tape) ?? x
    for block in blocks { x = block.output(x, context: context, dropout: drop, on: tape) }
    x = tape.layerNorm(x, weight: parameters["transformer.ln_f.weight"])
    return tape.linear(x, weight: wte)
  }

  private static func specs(_ shape: GPTShape) -> [ParameterSpec] {
    let width = shape.width
    return [
      ParameterSpec("transformer.wte.weight", [shape.vocabulary, width], layer: "embedding"),
      ParameterSpec("transformer.wpe.weight", [shape.context, width], layer: "embedding"),
    ] + (0..<shape.layers).flatMap { Block.specs($0, width: width) } + [
      ParameterSpec("transformer.ln_f.weight", [width], layer: "final norm")
    ]
  }

  /// Normal weights; those that end a residual branch smaller by √(2 · layers); norms are 1.
  private func initialize(deviation: Float, _ generator: inout MersenneTwister) {
    let residual = deviation / Float(2 * shape.layers).squareRoot()
    for (spec, tensor) in zip(parameters.specs, parameters.tensors) {
      if spec.shape.count == 1 {
        tensor.values.update(repeating: 1)
      } else {
        generator.fillNormal(
          tensor.values, mean: 0,
          deviation: spec.name.hasSuffix("c_proj.weight") ? residual : deviation)
      }
    }
  }
}
