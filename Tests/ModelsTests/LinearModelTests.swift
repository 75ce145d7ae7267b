import Autograd
import Models
import Testing

struct LinearModelTests {
  @Test func `it begins where PyTorch's nn.Linear(1, 1) does after manual_seed(1)`() {
    var random = MersenneTwister(seed: 1)
    let model = LinearModel(seed: &random)
    // PyTorch 2.15, CPU.
    #expect(abs(model.parameters["weight"].item - 0.5152631998062134) <= 6e-8)
    #expect(abs(model.parameters["bias"].item + 0.44137823581695557) <= 6e-8)
  }

  @Test func `it draws a line, and its gradient is the line's`() throws {
    var random = MersenneTwister(seed: 1)
    let model = LinearModel(seed: &random)
    #expect(model.parameters.values.allSatisfy { -1..<1 ~= $0 })
    model.parameters["weight"].values[0] = 2
    model.parameters["bias"].values[0] = -1
    let tape = Tape()
    let x = tape.constant([0, 1, 3], shape: [3, 1])
    let y = model.prediction(x, on: tape)
    #expect(Array(y.values) == [-1, 1, 5])
    try tape.backward(
      tape.meanSquaredError(y, target: tape.constant([0, 0, 0], shape: [3, 1])))
    // 2/3·Σ y·x and 2/3·Σ y.
    #expect(abs((model.parameters["weight"].gradient?[0] ?? 0) - 32.0 / 3) < 1e-5)
    #expect(abs((model.parameters["bias"].gradient?[0] ?? 0) - 10.0 / 3) < 1e-5)
  }
}
