import Autograd
import Testing

struct TapeTests {
  let tape = Tape()
  let parameters = Parameters([
    ParameterSpec(name: "w", shape: [2, 3], layer: "first"),
    ParameterSpec(name: "unused", shape: [4], layer: "second"),
  ])
  var weight: Tensor { parameters["w"] }

  func loss() -> Tensor {
    parameters.values.update(repeating: 0.5)
    let x = tape.constant([1, 2, 3], shape: [1, 3])
    let y = tape.linear(x, weight: weight, bias: nil)
    return tape.meanSquaredError(y, target: tape.constant([0, 1], shape: [1, 2]))
  }

  @Test func `a shared input collects every gradient`() throws {
    parameters.values.update(repeating: 1)
    let square = tape.add(tape.scale(weight, by: 2), tape.add(weight, weight))
    let zero = tape.constant([Float](repeating: 0, count: 6), shape: [2, 3])
    // (4w)² over 6 numbers: 32w/6 each.
    try tape.backward(tape.meanSquaredError(square, target: zero))
    let wanted = [Float](repeating: 32.0 / 6, count: 6)
    #expect(Array(parameters.gradients[0..<6]) == wanted)
  }

  @Test func `a second backward through the same graph is refused and changes nothing`() throws {
    let loss = loss()
    try tape.backward(loss)
    let before = Array(parameters.gradients)
    #expect(throws: BackwardError.alreadyUsed) { try tape.backward(loss) }
    #expect(throws: BackwardError.alreadyUsed) { try tape.backward(tape.scale(loss, by: 2)) }
    #expect(Array(parameters.gradients) == before)
  }

  @Test func `two losses of one tape that share only parameters may both go back`() throws {
    try tape.backward(loss())
    let once = Array(parameters.gradients)
    try tape.backward(loss())
    #expect(Array(parameters.gradients) == once.map { $0 * 2 })
  }

  @Test func `backward of what was made under no_grad is refused`() {
    let made = tape.noGrad { loss() }
    #expect(throws: BackwardError.notRecorded) { try tape.backward(made) }
    #expect(!parameters.hasGradient(0))
  }

  @Test func `backward of a constant or of an earlier pass is refused`() {
    let old = loss()
    tape.reset()
    #expect(throws: BackwardError.notRecorded) { try tape.backward(old) }
    let constant = tape.constant([1], shape: [1])
    #expect(throws: BackwardError.notRecorded) { try tape.backward(constant) }
  }

  @Test func `backward of more than one number is refused`() {
    #expect(throws: BackwardError.notScalar) { try tape.backward(tape.scale(weight, by: 2)) }
  }

  @Test func `no_grad gives the same values and records nothing`() {
    let recorded = loss().item
    let count = tape.nodeCount
    let (value, inside) = tape.noGrad { (loss().item, tape.isRecording) }
    #expect(value == recorded)
    #expect(tape.nodeCount == count && count == 2)
    #expect(!inside && tape.isRecording)
  }

  @Test func `no_grad ends when its body throws, and may be nested`() {
    struct Stop: Error {}
    try? tape.noGrad { () throws -> Void in throw Stop() }
    #expect(tape.isRecording)
    tape.noGrad {
      tape.noGrad {}
      #expect(!tape.isRecording)
    }
  }

  @Test func `what does not lead to a parameter is not recorded`() {
    _ = tape.gelu(tape.constant([1, 2], shape: [2]))
    #expect(tape.nodeCount == 0)
  }

  @Test func `a gradient is None before backward and after zero_grad, and where none came`() throws
  {
    #expect(weight.gradient == nil && !parameters.hasGradient(0))
    try tape.backward(loss())
    #expect(weight.gradient != nil && parameters.hasGradient(0))
    #expect(parameters["unused"].gradient == nil && !parameters.hasGradient(1))
    #expect(parameters.squaredNorm(of: 1) == 0)
    parameters.clearGradients()
    #expect(weight.gradient == nil)
  }

  @Test func `after zero_grad backward stores, whatever lay there`() throws {
    try tape.backward(loss())
    let wanted = Array(parameters.gradients[0..<6])
    parameters.clearGradients()
    parameters.gradients.update(repeating: .nan)
    try tape.backward(loss())
    #expect(Array(parameters.gradients[0..<6]) == wanted)
  }

  @Test func `a pass after reset uses the same memory again`() throws {
    var places: [UnsafeMutablePointer<Float>?] = []
    var used: [Int] = []
    for _ in 0..<3 {
      tape.reset()
      let loss = loss()
      try tape.backward(loss)
      places.append(loss.values.baseAddress)
      used.append(tape.numbersInUse)
    }
    #expect(places[0] == places[1] && places[1] == places[2])
    #expect(Set(used).count == 1)
  }

  @Test func `a tensor keeps its numbers while a large pass grows the memory`() {
    let first = tape.constant([1, 2, 3], shape: [3])
    for _ in 0..<40 { _ = tape.constant([Float](repeating: 9, count: 10_000), shape: [10_000]) }
    #expect(Array(first.values) == [1, 2, 3])
  }

  @Test func `history names the operations that led to a tensor, first to last`() {
    _ = tape.scale(weight, by: 3)
    let history = tape.history(of: loss())
    #expect(history.map(\.operation) == ["linear", "mean squared error"])
    #expect(history[0].parameters == ["w"] && history[0].shape == [1, 2])
    #expect(tape.history(of: weight).isEmpty)
  }

  @Test func `a chain of a hundred thousand operations goes back without recursion`() throws {
    var x = tape.meanSquaredError(weight, target: tape.noGrad { tape.scale(weight, by: 0) })
    for _ in 0..<100_000 { x = tape.scale(x, by: 1) }
    try tape.backward(x)
    #expect(tape.history(of: x).count == 100_001)
    #expect(parameters.hasGradient(0))
    tape.reset()
    #expect(tape.nodeCount == 0)
  }
}
