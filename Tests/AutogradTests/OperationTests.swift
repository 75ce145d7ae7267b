import Autograd
import Testing

struct OperationTests {
  @Test(arguments: [(1, 1, 1), (5, 3, 7), (13, 17, 33), (2, 40, 6)])
  func `linear`(_ rows: Int, _ width: Int, _ outputs: Int) throws {
    try Trial([[rows, width], [outputs, width], [outputs]]) { tape, x in
      tape.linear(x[0], weight: x[1], bias: x[2])
    } naive: { x in
      Reference.linear(x[0], x[1], x[2], width: width)
    }.run()
  }

  @Test func `linear without a bias`() throws {
    try Trial([[7, 5], [18, 5]]) { tape, x in
      tape.linear(x[0], weight: x[1], bias: nil)
    } naive: { x in
      Reference.linear(x[0], x[1], nil, width: 5)
    }.run()
  }

  @Test func `embedding, with tokens that come twice`() throws {
    try Trial([[5, 3]]) { tape, x in
      tape.embedding([4, 0, 4, 2], table: x[0])
    } naive: { x in
      [4, 0, 4, 2].flatMap { x[0].rows(3)[$0] }
    }.run()
  }

  @Test func `embedding that joins the rows of three tokens at a time`() throws {
    let trial = Trial([[5, 2]]) { tape, x in
      tape.embedding([4, 0, 4, 2, 1, 3], table: x[0], joining: 3)
    } naive: { x in
      [4, 0, 4, 2, 1, 3].flatMap { x[0].rows(2)[$0] }
    }
    try trial.run()
    let tape = Tape()
    let table = tape.constant([1, 2, 3, 4], shape: [2, 2])
    #expect(tape.embedding([0, 1, 1, 0], table: table, joining: 2).shape == [2, 4])
  }

  @Test func `embedding with positions, in a context shorter than there are positions`() throws {
    let tokens: [Int32] = [4, 0, 4, 2, 1, 1]
    try Trial([[5, 18], [4, 18]]) { tape, x in
      tape.embedding(tokens, table: x[0], positions: x[1], context: 3)
    } naive: { x in
      Reference.embedding(tokens, x[0], x[1], width: 18, context: 3)
    }.run()
  }

  @Test(arguments: [2, 5, 16, 35])
  func `layer norm`(_ width: Int) throws {
    try Trial([[4, width], [width], [width]]) { tape, x in
      tape.layerNorm(x[0], weight: x[1], bias: x[2])
    } naive: { x in
      Reference.layerNorm(x[0], x[1], x[2], width: width)
    }.run()
  }

  @Test func `layer norm without a bias`() throws {
    try Trial([[4, 20], [20]]) { tape, x in
      tape.layerNorm(x[0], weight: x[1], bias: nil)
    } naive: { x in
      Reference.layerNorm(x[0], x[1], nil, width: 20)
    }.run()
  }

  @Test func `gelu`() throws {
    try Trial([[3, 19]]) {
      $0.gelu($1[0])
    } naive: {
      $0[0].map(\.gelu)
    }.run()
  }

  @Test func `add`() throws {
    try Trial([[3, 19], [3, 19]]) {
      $0.add($1[0], $1[1])
    } naive: { x in
      zip(x[0], x[1]).map { $0 + $1 }
    }.run()
  }

  @Test func `scale`() throws {
    try Trial([[3, 19]]) {
      $0.scale($1[0], by: -0.25)
    } naive: {
      $0[0].map { $0 * -0.25 }
    }.run()
  }

  @Test(arguments: [(1, 1, 1, 1), (2, 5, 2, 3), (2, 7, 3, 2), (1, 19, 1, 4), (1, 33, 2, 1)])
  func `attention`(_ batch: Int, _ context: Int, _ heads: Int, _ size: Int) throws {
    try Trial([[batch * context, 3 * heads * size]]) { tape, x in
      tape.attention(x[0], heads: heads, context: context, dropout: 0, random: nil)
    } naive: { x in
      Reference.attention(x[0], heads: heads, context: context, width: heads * size)
    }.run()
  }

  @Test(arguments: [nil, Int32(-1), 2])
  func `cross entropy, with targets that do not count`(_ ignored: Int32?) throws {
    let targets: [Int32] = [0, 16, 2, 5, 2].map { $0 == 2 ? ignored ?? 2 : $0 }
    try Trial([[5, 17]]) { tape, x in
      tape.crossEntropy(x[0], targets: targets, ignoring: ignored)
    } naive: { x in
      [Reference.crossEntropy(x[0], targets, ignoring: ignored, width: 17)]
    }.run()
  }

  @Test func `cross entropy's gradient sums to zero in every row`() throws {
    let parameters = Parameters([ParameterSpec(name: "logits", shape: [9, 60], layer: "")])
    var random = MersenneTwister(seed: 3)
    random.fillNormal(parameters.values, mean: 0, std: 3)
    let tape = Tape()
    try tape.backward(tape.crossEntropy(parameters["logits"], targets: (0..<9).map { $0 * 7 }))
    for row in 0..<9 {
      #expect(abs(parameters.gradients[row * 60..<row * 60 + 60].reduce(0, +)) < 1e-7)
    }
  }

  @Test func `cross entropy that counts nothing is not a number`() {
    let tape = Tape()
    let logits = tape.constant([1, 2, 3, 4], shape: [2, 2])
    #expect(tape.crossEntropy(logits, targets: [-1, -1], ignoring: -1).item.isNaN)
  }

  @Test func `mean squared error, to both sides`() throws {
    try Trial([[3, 7], [3, 7]]) { tape, x in
      tape.meanSquaredError(x[0], target: x[1])
    } naive: { x in
      [Reference.meanSquaredError(x[0], x[1])]
    }.run()
  }

  @Test func `a chain of operations that share their input`() throws {
    try Trial([[4, 6], [6, 6]]) { tape, x in
      let y = tape.gelu(tape.linear(x[0], weight: x[1], bias: nil))
      return tape.add(tape.add(x[0], y), tape.linear(y, weight: x[1], bias: nil, activation: .tanh))
    } naive: { x in
      let y = Reference.linear(x[0], x[1], nil, width: 6).map(\.gelu)
      let z = Reference.linear(y, x[1], nil, width: 6).map(\.hyperbolicTangent)
      return x[0].indices.map { x[0][$0] + y[$0] + z[$0] }
    }.run()
  }
}
