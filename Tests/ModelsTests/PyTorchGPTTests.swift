import Autograd
import Models
import Testing

/// Figures of PyTorch 2.15 (CPU) with nanoGPT's modules: V 19, context 8, 2 layers, 2 heads, width 12.
struct PyTorchGPTTests {
  let start: [(name: String, first: Float, last: Float)] = [
    ("wte", -0.0213904418, 0.00526899844),
    ("wpe", -0.00283577852, 0.0217268039),
    ("h.0.attn.c_attn", -3.81557111e-5, -0.0163228549),
    ("h.0.attn.c_proj", 0.00132749008, 0.0169183873),
    ("h.0.mlp.c_fc", -0.00435146037, -0.00393670471),
    ("h.0.mlp.c_proj", -0.00615127711, 0.00363749894),
    ("h.1.attn.c_attn", 0.0211676601, 0.00887298118),
    ("h.1.attn.c_proj", 0.00696670497, -0.00106253102),
    ("h.1.mlp.c_fc", -0.0148611926, -0.0388520733),
    ("h.1.mlp.c_proj", -0.00931544974, -0.0151918102),
  ]
  let losses: [Float] = [
    2.92382109, 2.93846726, 2.98727369, 2.96024537, 2.94756746, 2.90814257, 3.03750896,
    2.92882514, 2.99011683, 2.93720329, 2.9593302, 2.97811735, 2.95464826, 2.96136034, 2.90433776,
    2.97426486, 2.9998616, 2.9150207, 2.84556234, 2.94731641,
  ]
  let norms: [Double] = [
    0.885159969, 1.02519882, 0.891995847, 1.08248401, 0.985764027, 0.861102045, 1.04739249,
    0.750454307, 0.743285894, 0.876460731, 0.803473532, 0.752946198, 0.634376884, 0.689878762,
    0.629446566, 0.833681583, 0.823407471, 0.936380684, 0.625880659, 0.597094476,
  ]

  /// After `torch.manual_seed(1337)`.
  func model(_ random: inout MersenneTwister) -> GPT {
    GPT(
      shape: GPTShape(vocabulary: 19, context: 8, layers: 2, heads: 2, width: 12), dropout: 0,
      initStd: 0.02, seed: &random, dropoutStream: DropoutStream(seed: 1))
  }

  @Test func `a seed gives nanoGPT's parameters, and leaves the generator where nanoGPT does`() {
    var random = MersenneTwister(seed: 1337)
    let parameters = model(&random).parameters
    for (name, first, last) in start {
      let values = parameters["transformer.\(name).weight"].values
      #expect(abs(values[0] - first) <= 2e-8, "\(name)")
      #expect(abs(values[values.count - 1] - last) <= 2e-8, "\(name)")
    }
    #expect(random.uniform() == 0.8389613032341003)
  }

  @Test func `twenty steps of AdamW and clipping over two micro-batches go as PyTorch's`() throws {
    var random = MersenneTwister(seed: 1337)
    let training = GoldenTraining(model(&random))
    for step in 1...20 {
      let (loss, norm) = try training.step(step)
      #expect(abs(loss - losses[step - 1]) <= 6e-6, "step \(step)")
      #expect(abs(norm / norms[step - 1] - 1) <= 1e-5, "step \(step)")
    }
  }
}
