internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

private var hyperparameters: Hyperparameters {
  var hyperparameters = Hyperparameters()
  (hyperparameters.beta1, hyperparameters.beta2) = (0.9, 0.99)
  hyperparameters.weightDecay = 0.1
  return hyperparameters
}

extension Training.Optimizer {
  /// An update at the learning rate 0.1.
  fileprivate mutating func update(_ i: Int, of parameters: Parameters) {
    update(i, of: parameters, learningRate: 0.1, followedBy: UpdateRecord(of: parameters))
  }
}

@Test func `two AdamW steps are those computed by hand`() throws {
  let parameters = smallParameters([1, 1, 0], gradients: [0.5, 0.5, 0])
  var adamW = AdamW(hyperparameters, for: parameters)
  adamW.update(0, of: parameters)
  #expect(areClose(Double(parameters.values[0]), 0.99 - 0.1))
  give([-1, 0, 0], to: parameters)
  adamW.update(0, of: parameters)
  #expect(areClose(Double(adamW.m[0]), -0.055))
  #expect(areClose(Double(adamW.v[0]), 0.012475))
  #expect(areClose(Double(parameters.values[0]), 0.9176608, 2e-6))
  let moments = try #require(
    adamW.moments(at: ParameterPlace(tensor: 0, element: 0), of: parameters))
  #expect(areClose(moments.mHat, -0.2894737))
  #expect(areClose(moments.vHat, 0.6268844))
}

@Test func `weight decay is for parameters of two dimensions`() {
  let parameters = smallParameters([1, 1, 0], gradients: [0, 0, 0])
  var adamW = AdamW(hyperparameters, for: parameters)
  for i in 0..<2 { adamW.update(i, of: parameters) }
  #expect(Array(parameters.values) == [0.99, 1, 0])
  #expect(adamW.weightDecay(0) == 0.1)
  #expect(adamW.weightDecay(1) == 0)
}

@Test func `each parameter counts its own steps, from its first gradient on`() {
  let parameters = smallParameters([1, 1, 0], gradients: [1, 1, 1])
  var adamW = AdamW(hyperparameters, for: parameters)
  #expect(adamW.stateCount == 0)
  for _ in 0..<3 { adamW.update(0, of: parameters) }
  adamW.update(1, of: parameters)
  #expect(adamW.steps == [3, 1])
  #expect(adamW.stateCount == 2)
  #expect(areClose(Double(parameters.values[1]), 0.9))
}

@Test func `gradient descent takes the learning rate times the gradient away`() {
  let parameters = smallParameters([1, 1, 0], gradients: [0.5, 0.5, -2])
  var descent = GradientDescent(hyperparameters, for: parameters)
  for i in 0..<2 { descent.update(i, of: parameters) }
  #expect(areClose(Double(parameters.values[0]), 1 - 0.1 * (0.5 + 0.1)))
  #expect(areClose(Double(parameters.values[1]), 0.95))
  #expect(areClose(Double(parameters.values[2]), 0.2))
  #expect(descent.stateCount == 0)
}
