import Autograd
import Testing

/// A loss of two operations, from one parameter.
private func squares(_ parameters: Parameters, on tape: Tape) -> Tensor {
  let x = tape.constant([1, 2], shape: [2, 1])
  let y = tape.linear(x, weight: parameters["w"], bias: nil)
  return tape.meanSquaredError(y, target: tape.constant([0, 0], shape: [2, 1]))
}

private func parameters() -> Parameters {
  Parameters([ParameterSpec(name: "w", shape: [1, 1], layer: "all")])
}

@Test func `kept losses keep their operations alive, and a backward frees their numbers`() throws {
  let (tape, parameters) = (Tape(), parameters())
  var numbers: [Int] = []
  for pass in 1...5 {
    let loss = squares(parameters, on: tape)
    #expect(tape.liveNodeCount == 2 * pass)
    try tape.backward(tape.scale(loss, by: 0.5))
    tape.reset(keeping: loss)
    #expect(tape.liveNodeCount == 2 * pass)
    numbers.append(tape.numbersInUse)
  }
  #expect(numbers == [0, 0, 0, 0, 0])
  tape.reset()
  #expect(tape.liveNodeCount == 0)
}

@Test func `without a backward kept losses keep their numbers too`() {
  let (tape, parameters) = (Tape(), parameters())
  var numbers: [Int] = []
  for pass in 1...4 {
    let loss = squares(parameters, on: tape)
    tape.reset(keeping: loss)
    numbers.append(tape.numbersInUse)
    #expect(tape.liveNodeCount == 2 * pass)
  }
  #expect(numbers == (1...4).map { $0 * numbers[0] })
}

@Test func `a kept graph that was not used can still be gone back through`() throws {
  let (tape, parameters) = (Tape(), parameters())
  parameters.values[0] = 3
  let first = squares(parameters, on: tape)
  tape.reset(keeping: first)
  _ = squares(parameters, on: tape)
  try tape.backward(first)
  #expect(parameters["w"].gradient?[0] == 15)
}

@Test func `what was made under noGrad holds on to nothing`() {
  let (tape, parameters) = (Tape(), parameters())
  for _ in 1...3 {
    let loss = tape.noGrad { squares(parameters, on: tape) }
    tape.reset(keeping: loss)
    #expect(tape.liveNodeCount == 0)
    #expect(tape.numbersInUse == 0)
  }
}
