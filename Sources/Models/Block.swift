internal import Autograd

/// One layer of a GPT: attention and a small MLP, each on a residual branch.
struct Block {
  private let firstNorm: Tensor
  private let attention: Tensor
  private let attentionProjection: Tensor
  private let secondNorm: Tensor
  private let expansion: Tensor
  private let projection: Tensor
  private let heads: Int

  init(_ index: Int, shape: GPTShape, parameters: Parameters) {
    let prefix = "transformer.h.\(index)"
    firstNorm = parameters["\(prefix).ln_1.weight"]
    attention = parameters["\(prefix).attn.c_attn.weight"]
    attentionProjection = parameters["\(prefix).attn.c_proj.weight"]
    secondNorm = parameters["\(prefix).ln_2.weight"]
    expansion = parameters["\(prefix).mlp.c_fc.weight"]
    projection = parameters["\(prefix).mlp.c_proj.weight"]
    heads = shape.heads
  }

  static func specs(_ index: Int, width: Int) -> [ParameterSpec] {
    let (prefix, block) = ("transformer.h.\(index)", "block \(index + 1)")
    return [
      ParameterSpec("\(prefix).ln_1.weight", [width], layer: "\(block) attention"),
      ParameterSpec("\(prefix).attn.c_attn.weight", [3 * width, width], layer: "\(block) attention"),
      ParameterSpec("\(prefix).attn.c_proj.weight", [width, width], layer: "\(block) attention"),
      ParameterSpec("\(prefix).ln_2.weight", [width], layer: "\(block) MLP"),
      ParameterSpec("\(prefix).mlp.c_fc.weight", [4 * width, width], layer: "\(block) MLP"),
      ParameterSpec("\(prefix).mlp.c_proj.weight", [width, 4 * width], layer: "\(block) MLP"),
    ]
  }

  /// x + attention(norm(x)), then + MLP(norm(·)): [rows, width] to the same.
  func output(_ x: Tensor, context: Int, dropout: Dropout?, on tape: Tape) -> Tensor {
    let qkv = tape.linear(tape.layerNorm(x, weight: firstNorm), weight: attention)
    let mixed = tape.attention(
      qkv, heads: heads, context: context, dropout: dropout?.probability ?? 0,
      random: dropout?.random)
    let seen = residual(tape.linear(mixed, weight: attentionProjection), dropout, tape)
    let middle = tape.add(x, seen)
    let hidden = tape.gelu(
      tape.linear(tape.layerNorm(middle, weight: secondNorm), weight: expansion))
    return tape.add(middle, residual(tape.linear(hidden, weight: projection), dropout, tape))
  }

  private func residual(_ x: Tensor, _ dropout: Dropout?, _ tape: Tape) -> Tensor {
    dropout?.apply(to: x, on: tape) ?? x
  }
}

/// Dropout as a model uses it: how often, and from which stream.
struct Dropout {
  let probability: Float
  let random: DropoutStream

  func apply(to x: Tensor, on tape: Tape) -> Tensor {
    tape.dropout(x, probability: probability, random: random)
  }
}
