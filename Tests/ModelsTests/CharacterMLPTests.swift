import Autograd
import Foundation
import Models
import Testing

@Suite struct CharacterMLPTests {
  private func model(initStd: Float = 0.3) -> CharacterMLP {
    var random = MersenneTwister(seed: 7)
    return CharacterMLP(
      vocabulary: 5, context: 3, embedding: 2, hidden: 4, initStd: initStd, seed: &random)
  }

  @Test func `its parameters have the names and shapes of PyTorch's layers`() {
    let specs = model().parameters.specs
    #expect(
      specs.map(\.name) == [
        "embedding.weight", "hidden.weight", "hidden.bias", "output.weight", "output.bias",
      ])
    #expect(specs.map(\.shape) == [[5, 2], [4, 6], [4], [5, 4], [5]])
  }

  @Test func `it begins with the spread that was asked for, and biases of zero`() {
    var random = MersenneTwister(seed: 3)
    let large = CharacterMLP(
      vocabulary: 60, context: 3, embedding: 40, hidden: 100, initStd: 0.25, seed: &random)
    for (name, std) in [("embedding", 1.0), ("hidden", 0.25), ("output", 0.25)] {
      let values = large.parameters[name + ".weight"].values.map(Double.init)
      let spread = (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
      #expect(abs(spread / std - 1) < 0.05, "\(name)")
    }
    for name in ["hidden.bias", "output.bias"] {
      #expect(large.parameters[name].values.allSatisfy { $0 == 0 })
    }
  }

  @Test func `its logits are those of the formula`() {
    let model = model()
    let tokens: [Int32] = [4, 0, 2, 1, 1, 3]
    let logits = model.logits(tokens, on: Tape())
    #expect(logits.shape == [2, 5])
    for row in 0..<2 {
      let context = tokens[row * 3..<row * 3 + 3].map(Int.init)
      for (symbol, expected) in naive(model, context).enumerated() {
        #expect(abs(Double(logits.values[row * 5 + symbol]) - expected) < 1e-5)
      }
    }
  }

  private func naive(_ model: CharacterMLP, _ context: [Int]) -> [Double] {
    let values = { (name: String) in model.parameters[name].values.map(Double.init) }
    let table = values("embedding.weight")
    let x = context.flatMap { table[$0 * 2..<$0 * 2 + 2] }
    let hidden = affine(x, values("hidden.weight"), values("hidden.bias")).map { tanh($0) }
    return affine(hidden, values("output.weight"), values("output.bias"))
  }

  private func affine(_ x: [Double], _ weight: [Double], _ bias: [Double]) -> [Double] {
    bias.indices.map { i in
      x.indices.reduce(bias[i]) { $0 + weight[i * x.count + $1] * x[$1] }
    }
  }
}
