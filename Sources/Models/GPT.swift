public import Autograd

/// nanoGPT's network, without biases, its output layer tied to the token embedding.
public final class GPT: Model {
  public let parameters: Parameters
  public let shape: GPTShape
  public let kind = "GPT"
  public var isTraining = true
  private let dropout: Float
  public let dropoutStream: DropoutStream
  private let symbols: Tensor
  private let positions: Tensor
  private let blocks: [GPTBlock]
  private let lastNorm: Tensor

  /// Parameters begin as nanoGPT's do with the same generator, N(0, initStd) for its 0.02.
  public init(
    shape: GPTShape, dropout: Float, initStd: Float, seed generator: inout MersenneTwister,
    dropoutStream: DropoutStream
  ) {
    precondition(shape.width % shape.heads == 0, "\(shape.heads) heads of width \(shape.width)")
    let parameters = Parameters(shape.parameters)
    self.parameters = parameters
    self.shape = shape
    self.dropout = dropout
    self.dropoutStream = dropoutStream
    symbols = parameters["transformer.wte.weight"]
    positions = parameters["transformer.wpe.weight"]
    lastNorm = parameters["transformer.ln_f.weight"]
    blocks = (0..<shape.layers).map { GPTBlock($0, of: parameters) }
    initialize(std: initStd, &generator)
  }

  /// The scores of every symbol to come next, [rows, vocabulary], for rows of sequences `context` long.
  public func logits(_ tokens: [Int32], context: Int, on tape: Tape) -> Tensor {
    let embedded = tape.embedding(tokens, table: symbols, positions: positions, context: context)
    var x = dropped(embedded, on: tape)
    for block in blocks {
      x = attended(x, by: block, context: context, on: tape)
      x = transformed(x, by: block, on: tape)
    }
    let normed = tape.layerNorm(x, weight: lastNorm, bias: nil)
    return tape.linear(normed, weight: symbols, bias: nil)
  }

  private func attended(
    _ x: Tensor, by block: GPTBlock, context: Int, on tape: Tape
  ) -> Tensor {
    let normed = tape.layerNorm(x, weight: block.firstNorm, bias: nil)
    let qkv = tape.linear(normed, weight: block.attention, bias: nil)
    let mixed = tape.attention(
      qkv, heads: shape.heads, context: context, dropout: dropout,
      random: isTraining ? dropoutStream : nil)
    return projected(mixed, by: block.attentionProjection, onto: x, on: tape)
  }

  private func transformed(_ x: Tensor, by block: GPTBlock, on tape: Tape) -> Tensor {
    let normed = tape.layerNorm(x, weight: block.secondNorm, bias: nil)
    let wide = tape.linear(normed, weight: block.expansion, bias: nil, activation: .gelu)
    return projected(wide, by: block.contraction, onto: x, on: tape)
  }

  /// Where no dropout falls between them, the product and the sum are one operation.
  private func projected(
    _ x: Tensor, by weight: Tensor, onto residual: Tensor, on tape: Tape
  ) -> Tensor {
    guard isTraining, dropout > 0 else {
      return tape.linear(x, weight: weight, bias: nil, onto: residual)
    }
    return tape.add(residual, dropped(tape.linear(x, weight: weight, bias: nil), on: tape))
  }

  private func dropped(_ x: Tensor, on tape: Tape) -> Tensor {
    guard isTraining else { return x }
    return tape.dropout(x, probability: dropout, random: dropoutStream)
  }
}
