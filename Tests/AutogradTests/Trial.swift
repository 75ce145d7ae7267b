import Autograd
import Testing

/// One operation on random inputs, done by the engine and by the reference.
struct Trial {
  typealias Engine = (Tape, [Tensor]) -> Tensor
  typealias Naive = ([[Scalar]]) -> [Scalar]

  let parameters: Parameters
  /// What the result is compared with, so that every number of it gets another gradient.
  let goal: [Float]
  let engine: Engine
  let naive: Naive

  init(_ shapes: [[Int]], seed: UInt32 = 1, engine: @escaping Engine, naive: @escaping Naive) {
    parameters = Parameters(
      shapes.enumerated().map { ParameterSpec(name: "\($0)", shape: $1, layer: "") })
    var random = MersenneTwister(seed: seed)
    random.fillUniform(parameters.values, low: -1.5, high: 1.5)
    goal = (0..<4096).map { _ in random.uniform() * 2 - 1 }
    self.engine = engine
    self.naive = naive
  }

  func engineLoss(_ tape: Tape) -> (result: Tensor, loss: Tensor) {
    let result = engine(tape, parameters.tensors)
    guard result.count > 1 else { return (result, result) }
    let target = tape.constant(Array(goal.prefix(result.count)), shape: result.shape)
    return (result, tape.meanSquaredError(result, target: target))
  }

  func naiveLoss(_ values: [Double]) -> (result: [Double], loss: Double, gradients: [Double]) {
    let tape = ScalarTape()
    let all = values.map { tape.make($0) }
    let result = naive(parameters.specs.indices.map { Array(all[parameters.range(of: $0)]) })
    let goals = goal.prefix(result.count).map { tape.make(Double($0)) }
    let loss = result.count > 1 ? Reference.meanSquaredError(result, goals) : result[0]
    return (result.map(\.value), loss.value, Array(tape.gradients(of: loss).prefix(all.count)))
  }

  /// The reference against finite differences, then the engine against the reference, gradients twice over.
  func run(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let values = parameters.values.map(Double.init)
    let wanted = naiveLoss(values)
    for i in stride(from: 0, to: values.count, by: max(1, values.count / 15)) {
      let slope = finiteDifference(values, i)
      #expect(
        abs(slope - wanted.gradients[i]) <= 1e-5 + 1e-3 * abs(slope),
        sourceLocation: sourceLocation)
    }
    let tape = Tape()
    for times in 1...2 {
      tape.reset()
      let (result, loss) = engineLoss(tape)
      expectClose(Array(result.values), wanted.result, sourceLocation: sourceLocation)
      try tape.backward(loss)
      expectClose(
        Array(parameters.gradients), wanted.gradients.map { $0 * Double(times) },
        sourceLocation: sourceLocation)
    }
  }

  private func finiteDifference(_ values: [Double], _ i: Int) -> Double {
    var (up, down) = (values, values)
    up[i] += 1e-6
    down[i] -= 1e-6
    return (naiveLoss(up).loss - naiveLoss(down).loss) / 2e-6
  }
}

/// Whether two lists agree within 1e-5 of the largest number.
func expectClose(
  _ found: [Float], _ wanted: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == wanted.count, sourceLocation: sourceLocation)
  let size = wanted.map(abs).max() ?? 0
  for (i, (x, y)) in zip(found, wanted).enumerated() where !(abs(Double(x) - y) <= 1e-5 * size) {
    Issue.record("\(x) for \(y) at \(i), largest \(size)", sourceLocation: sourceLocation)
    return
  }
}
