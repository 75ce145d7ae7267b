import Autograd

/// The parameters of one block.
struct GPTBlock {
  let firstNorm: Tensor
  let attention: Tensor
  let attentionProjection: Tensor
  let secondNorm: Tensor
  let expansion: Tensor
  let contraction: Tensor

  init(_ i: Int, of parameters: Parameters) {
    func weight(_ name: String) -> Tensor { parameters["transformer.h.\(i).\(name).weight"] }
    firstNorm = weight("ln_1")
    attention = weight("attn.c_attn")
    attentionProjection = weight("attn.c_proj")
    secondNorm = weight("ln_2")
    expansion = weight("mlp.c_fc")
    contraction = weight("mlp.c_proj")
  }
}
