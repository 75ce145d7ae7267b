import Autograd
import Models
import Testing

/// Figures of PyTorch 2.15 (CPU): Linear(2, 32), Tanh, Linear(32, 32), Tanh, Linear(32, 3).
struct PyTorchMLPTests {
  let start: [(name: String, first: Float, last: Float)] = [
    ("0.weight", -0.596349657, 0.0510700084),
    ("0.bias", 0.57438755, 0.253000528),
    ("2.weight", 0.0900301337, 0.0242810305),
    ("2.bias", -0.0978821963, 0.159662306),
    ("4.weight", -0.0762916133, 0.158069074),
    ("4.bias", 0.103561781, 0.0859288052),
  ]
  let losses: [Float] = [
    1.23568201, 1.14735866, 1.2221806, 1.06795335, 1.26931751, 1.22588944, 1.11424255, 1.15116179,
    1.17568886, 1.15493608, 1.10986519, 1.19228923, 1.02825224, 1.14902806, 1.09270418, 1.19180954,
    1.2006104, 1.03504145, 1.08758008, 1.10044611,
  ]
  let norms: [Double] = [
    1.07736528, 1.07512212, 0.921599209, 0.712114871, 0.953406632, 0.873249829, 0.903834343,
    0.957545936, 0.935983062, 0.941438675, 0.788962126, 0.92562753, 0.856318533, 0.900168538,
    0.616314709, 0.735221028, 0.889999151, 0.589650631, 0.570527494, 0.56261307,
  ]

  /// After `torch.manual_seed(1337)`.
  func model(_ random: inout MersenneTwister) -> MLP {
    MLP(widths: [2, 32, 32, 3], seed: &random)
  }

  @Test func `a seed gives nn.Sequential's parameters, and leaves the generator where it does`() {
    var random = MersenneTwister(seed: 1337)
    let parameters = model(&random).parameters
    for (name, first, last) in start {
      let values = parameters[name].values
      #expect(abs(values[0] - first) <= 6e-8, "\(name)")
      #expect(abs(values[values.count - 1] - last) <= 6e-8, "\(name)")
    }
    #expect(random.uniform() == 0.1949346661567688)
  }

  @Test func `twenty steps of AdamW and clipping go as PyTorch's`() throws {
    var random = MersenneTwister(seed: 1337)
    let mlp = model(&random)
    let (loop, tape) = (AdamWLoop(mlp.parameters), Tape())
    // After `torch.manual_seed(42)`.
    var data = MersenneTwister(seed: 42)
    for step in 1...20 {
      let points = (0..<16).map { _ in data.uniform() * 12 - 6 }
      let classes = (0..<8).map { _ in Int32(data.integer(below: 3)) }
      let (loss, norm) = try loop.step(step) {
        tape.reset()
        let logits = mlp.logits(tape.constant(points, shape: [8, 2]), on: tape)
        let loss = tape.crossEntropy(logits, targets: classes)
        try tape.backward(loss)
        return loss.item
      }
      #expect(abs(loss - losses[step - 1]) <= 6e-6, "step \(step)")
      #expect(abs(norm / norms[step - 1] - 1) <= 2e-5, "step \(step)")
    }
  }
}
