import Autograd
import Models
import Testing

struct MLPTests {
  func model(_ widths: [Int] = [2, 32, 32, 3]) -> MLP {
    var random = MersenneTwister(seed: 1337)
    return MLP(widths: widths, seed: &random)
  }

  @Test func `its parameters have nn.Sequential's names, order and shapes`() {
    let specs = model().parameters.specs
    #expect(
      specs.map(\.name) == ["0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias"])
    #expect(specs.map(\.shape) == [[32, 2], [32], [32, 32], [32], [3, 32], [3]])
    #expect(specs.map(\.layer).filter { $0 == "output" }.count == 2)
    #expect(model().parameters.count == 1251)
    #expect(model([2, 5, 3]).parameters.specs.map(\.name).last == "2.bias")
  }

  @Test func `without a hidden layer it is one linear map`() {
    let mlp = model([2, 3])
    mlp.parameters.values.update(repeating: 0)
    mlp.parameters["0.weight"].values[2] = 2
    mlp.parameters["0.bias"].values[2] = -1
    let tape = Tape()
    let logits = mlp.logits(tape.constant([1, 0, 3, 5], shape: [2, 2]), on: tape)
    #expect(Array(logits.values) == [0, 2, -1, 0, 6, -1])
  }

  @Test func `tanh bends every hidden layer and leaves the scores alone`() {
    let mlp = model([1, 1, 1, 1])
    mlp.parameters.values.update(repeating: 0)
    for name in ["0", "2", "4"] { mlp.parameters["\(name).weight"].values[0] = 10 }
    let tape = Tape()
    let logits = mlp.logits(tape.constant([3, -3], shape: [2, 1]), on: tape)
    #expect(Array(logits.values).map { $0.rounded() } == [10, -10])
  }

  @Test func `every gradient agrees with finite differences`() throws {
    let mlp = model([2, 4, 4, 3])
    let tape = Tape()
    let run = { () -> Tensor in
      tape.reset()
      let x = tape.constant([1, -2, 0.5, 0.3, -1.5, 2], shape: [3, 2])
      return tape.crossEntropy(mlp.logits(x, on: tape), targets: [2, 0, 1])
    }
    try tape.backward(run())
    let (values, gradients) = (mlp.parameters.values, Array(mlp.parameters.gradients))
    for i in values.indices {
      let start = values[i]
      let ends = [Float(1e-2), -1e-2].map { step in
        values[i] = start + step
        return Double(run().item)
      }
      values[i] = start
      #expect(abs((ends[0] - ends[1]) / 2e-2 - Double(gradients[i])) < 2e-4, "parameter \(i)")
    }
  }
}
