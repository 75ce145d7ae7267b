import Autograd
import Testing

struct DropoutTests {
  let tape = Tape()
  let random = DropoutStream(seed: 7)
  let parameters = Parameters([ParameterSpec(name: "x", shape: [50, 40], layer: "")])
  var x: Tensor { parameters["x"] }

  @Test func `probability 0 is the identity and draws nothing`() {
    #expect(tape.dropout(x, probability: 0, random: random) === x)
    #expect(random.state.draws == 0)
  }

  @Test func `the gradient passes where the number passed, as much scaled`() throws {
    x.values.update(repeating: 1)
    let y = tape.dropout(x, probability: 0.25, random: random)
    #expect(Set(y.values) == [0, 1 / 0.75])
    let zero = tape.constant([Float](repeating: 0, count: 2000), shape: [50, 40])
    let made = Array(y.values)
    try tape.backward(tape.meanSquaredError(y, target: zero))
    // d mean(y²) / dx = 2·y·mask/2000, and here mask = y.
    for (slope, y) in zip(parameters.gradients, made) {
      #expect(abs(slope - y * y / 1000) < 1e-9)
    }
  }

  @Test func `a restored state draws the same masks, and the next mask differs`() {
    x.values.update(repeating: 1)
    let state = random.state
    let first = Array(tape.dropout(x, probability: 0.5, random: random).values)
    let second = Array(tape.dropout(x, probability: 0.5, random: random).values)
    random.state = state
    #expect(Array(tape.dropout(x, probability: 0.5, random: random).values) == first)
    #expect(first != second)
  }

  @Test func `attention's dropout has the gradient of what it computed`() throws {
    let parameters = Parameters([ParameterSpec(name: "qkv", shape: [20, 24], layer: "")])
    var twister = MersenneTwister(seed: 5)
    twister.fillNormal(parameters.values, mean: 0, std: 1)
    let goal = (0..<160).map { _ in twister.uniform() }
    let state = random.state
    let run = { () -> Tensor in
      tape.reset()
      random.state = state
      let y = tape.attention(
        parameters["qkv"], heads: 2, context: 10, dropout: 0.4, random: random)
      return tape.meanSquaredError(y, target: tape.constant(goal, shape: [20, 8]))
    }
    try tape.backward(run())
    let norm = parameters.squaredNorm(of: 0)
    // Along the gradient g, the slope is |g|².
    let ends = [Float(1e-2), -1e-2].map { step in
      for i in parameters.values.indices { parameters.values[i] += step * parameters.gradients[i] }
      defer {
        for i in parameters.values.indices {
          parameters.values[i] -= step * parameters.gradients[i]
        }
      }
      return Double(run().item)
    }
    #expect(abs((ends[0] - ends[1]) / 2e-2 / norm - 1) < 2e-3)
  }

  @Test func `attention without a stream has no dropout`() {
    let qkv = tape.constant((0..<24).map { Float($0 % 5) }, shape: [2, 12])
    let plain = tape.attention(qkv, heads: 2, context: 2, dropout: 0, random: random)
    let evaluated = tape.attention(qkv, heads: 2, context: 2, dropout: 0.9, random: nil)
    #expect(Array(plain.values) == Array(evaluated.values))
    #expect(random.state.draws == 0)
  }
}
