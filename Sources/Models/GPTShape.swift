import Autograd

/// The sizes of a GPT.
public struct GPTShape: Sendable, Equatable {
  /// Symbols it knows.
  public var vocabulary: Int
  /// The longest sequence it reads.
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

  /// Its parameters, by nanoGPT's names and in nanoGPT's order.
  var parameters: [ParameterSpec] {
    embeddings + (0..<layers).flatMap(block)
      + [ParameterSpec(name: "transformer.ln_f.weight", shape: [width], layer: "final norm")]
  }

  private var embeddings: [ParameterSpec] {
    [
      ParameterSpec(
        name: "transformer.wte.weight", shape: [vocabulary, width], layer: "embedding",
        aliases: ["lm_head.weight"]),
      ParameterSpec(name: "transformer.wpe.weight", shape: [context, width], layer: "embedding"),
    ]
  }

  private func block(_ i: Int) -> [ParameterSpec] {
    let attention = "block \(i + 1) attention"
    let mlp = "block \(i + 1) mlp"
    let shapes: [(name: String, shape: [Int], layer: String)] = [
      ("ln_1", [width], attention),
      ("attn.c_attn", [3 * width, width], attention),
      ("attn.c_proj", [width, width], attention),
      ("ln_2", [width], mlp),
      ("mlp.c_fc", [4 * width, width], mlp),
      ("mlp.c_proj", [width, 4 * width], mlp),
    ]
    return shapes.map {
      ParameterSpec(name: "transformer.h.\(i).\($0.name).weight", shape: $0.shape, layer: $0.layer)
    }
  }
}
