import Autograd
import Foundation
import Models
import Testing

struct GPTTests {
  let tape = Tape()
  let shape = GPTShape(vocabulary: 19, context: 8, layers: 2, heads: 2, width: 12)

  func model(dropout: Float = 0, std: Float = 0.02, stream: DropoutStream? = nil) -> GPT {
    var random = MersenneTwister(seed: 1337)
    return GPT(
      shape: shape, dropout: dropout, initStd: std, seed: &random,
      dropoutStream: stream ?? DropoutStream(seed: 1))
  }

  func tokens(_ count: Int, seed: UInt32) -> [Int32] {
    var random = MersenneTwister(seed: seed)
    return (0..<count).map { _ in Int32(random.integer(below: shape.vocabulary)) }
  }

  func loss(_ gpt: GPT, _ rows: Range<Int> = 0..<32) -> Tensor {
    let (read, answers) = (tokens(32, seed: 2), tokens(32, seed: 3))
    let logits = gpt.logits(Array(read[rows]), context: 8, on: tape)
    return tape.crossEntropy(logits, targets: Array(answers[rows]))
  }

  @Test func `its parameters have nanoGPT's names, order and shapes`() {
    let specs = model().parameters.specs
    #expect(
      specs.prefix(5).map(\.name) == [
        "transformer.wte.weight", "transformer.wpe.weight", "transformer.h.0.ln_1.weight",
        "transformer.h.0.attn.c_attn.weight", "transformer.h.0.attn.c_proj.weight",
      ])
    #expect(specs.last?.name == "transformer.ln_f.weight")
    #expect(specs.map(\.shape)[5...7] == [[12], [48, 12], [12, 48]])
    #expect(specs.count == 15)
    let layers = specs.map(\.layer).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(
      layers == [
        "embedding", "block 1 attention", "block 1 mlp", "block 2 attention", "block 2 mlp",
        "final norm",
      ])
  }

  @Test func `its first loss is about ln V`() {
    #expect(abs(loss(model()).item - log(19)) < 0.05)
  }

  @Test func `its projections begin narrower by the root of twice the layers`() {
    let parameters = model().parameters
    let spread = { (name: String) -> Double in
      let values = parameters[name].values
      return (squaredSum(values) / Double(values.count)).squareRoot()
    }
    #expect(abs(spread("transformer.h.1.mlp.c_fc.weight") - 0.02) < 0.002)
    #expect(abs(spread("transformer.h.1.mlp.c_proj.weight") - 0.01) < 0.001)
    #expect(parameters["transformer.ln_f.weight"].values.allSatisfy { $0 == 1 })
  }

  @Test func `a token does not change what is said before it`() {
    let gpt = model(std: 0.3)
    let read = tokens(8, seed: 5)
    let before = Array(gpt.logits(read, context: 8, on: tape).values)
    for place in 1..<8 {
      var other = read
      other[place] = (other[place] + 1) % 19
      let after = Array(gpt.logits(other, context: 8, on: tape).values)
      #expect(after[..<(place * 19)] == before[..<(place * 19)])
      #expect(after[(place * 19)...] != before[(place * 19)...])
    }
  }

  @Test func `a shorter context gives the same first rows`() {
    let gpt = model(std: 0.3)
    let read = tokens(8, seed: 6)
    let whole = Array(gpt.logits(read, context: 8, on: tape).values)
    let part = Array(gpt.logits(Array(read[..<5]), context: 5, on: tape).values)
    for (a, b) in zip(part, whole) { #expect(abs(a - b) < 1e-5) }
  }

  @Test func `two micro-batches, each loss halved, are the whole batch`() throws {
    let gpt = model(std: 0.3)
    try tape.backward(loss(gpt))
    let whole = Array(gpt.parameters.gradients)
    gpt.parameters.clearGradients()
    for rows in [0..<16, 16..<32] {
      tape.reset()
      try tape.backward(tape.scale(loss(gpt, rows), by: 0.5))
    }
    for (a, b) in zip(gpt.parameters.gradients, whole) { #expect(abs(a - b) < 1e-6) }
  }

  @Test(arguments: [Float(0), 0.2])
  func `a step along the gradient changes the loss as the gradient says`(_ dropout: Float) throws {
    let stream = DropoutStream(seed: 9)
    let gpt = model(dropout: dropout, std: 0.3, stream: stream)
    let run = { () -> Tensor in
      stream.state = DropoutStream.State(seed: 9, draws: 0)
      return loss(gpt)
    }
    try tape.backward(run())
    let parameters = gpt.parameters
    let start = Array(parameters.values)
    let norm = squaredSum(parameters.gradients).squareRoot()
    let ends = [Float(1e-3), -1e-3].map { step in
      for i in start.indices {
        parameters.values[i] = start[i] + step * parameters.gradients[i] / Float(norm)
      }
      return Double(run().item)
    }
    #expect(abs((ends[0] - ends[1]) / 2e-3 / norm - 1) < 2e-3)
  }

  @Test func `dropout falls in training only`() {
    let gpt = model(dropout: 0.5, std: 0.3)
    let plain = loss(model(std: 0.3)).item
    #expect(loss(gpt).item != loss(gpt).item)
    gpt.isTraining = false
    #expect(loss(gpt).item == plain)
  }

  @Test func `every parameter gets a gradient, and the same pass again the same bits`() throws {
    let gpt = model()
    try tape.backward(loss(gpt))
    #expect(gpt.parameters.specs.indices.allSatisfy { gpt.parameters.squaredNorm(of: $0) > 0 })
    let first = gpt.parameters.gradients.map(\.bitPattern)
    gpt.parameters.clearGradients()
    tape.reset()
    try tape.backward(loss(gpt))
    #expect(gpt.parameters.gradients.map(\.bitPattern) == first)
  }
}
