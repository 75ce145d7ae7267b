internal import Autograd
internal import Testing

@testable internal import Training

@Test func `a norm above the ceiling is multiplied down to it`() {
  let parameters = smallParameters([0, 0, 0], gradients: [2, 3, 6])
  let clipping = Clipping(parameters, maxNorm: 1)
  #expect(clipping.normBefore == 7)
  #expect(areClose(clipping.factor, 1 / (7 + 1e-6)))
  #expect(areClose(clipping.normAfter, 1))
  #expect(clipping.clipped)
  #expect(areClose(Double(parameters.gradients[2]), 6.0 / 7))
}

@Test func `a norm below the ceiling keeps every bit`() {
  let parameters = smallParameters([0, 0, 0], gradients: [0.2, 0.3, 0.6])
  let clipping = Clipping(parameters, maxNorm: 1)
  #expect(clipping.factor == 1)
  #expect(!clipping.clipped)
  #expect(clipping.normAfter == clipping.normBefore)
  #expect(Array(parameters.gradients) == [0.2, 0.3, 0.6])
}

@Test func `a norm right at the ceiling is clipped by the small number PyTorch adds`() {
  let clipping = Clipping(smallParameters([0, 0, 0], gradients: [1, 0, 0]), maxNorm: 1)
  #expect(clipping.factor < 1)
  #expect(clipping.clipped)
}

@Test func `without gradients the norm is 0 and the factor 1`() {
  let parameters = smallParameters([0, 0, 0], gradients: [2, 3, 6])
  parameters.clearGradients()
  let clipping = Clipping(parameters, maxNorm: 1)
  #expect(clipping.normBefore == 0)
  #expect(clipping.factor == 1)
  #expect(!clipping.clipped)
}

@Test func `one NaN makes every gradient NaN`() {
  let parameters = smallParameters([0, 0, 0], gradients: [.nan, 3, 6])
  let clipping = Clipping(parameters, maxNorm: 1)
  #expect(clipping.normBefore.isNaN && clipping.factor.isNaN && clipping.normAfter.isNaN)
  #expect(!clipping.clipped)
  #expect(parameters.gradients.allSatisfy { $0.isNaN })
}

@Test func `one infinity makes the others zero and itself NaN`() {
  let parameters = smallParameters([0, 0, 0], gradients: [.infinity, 3, 6])
  let clipping = Clipping(parameters, maxNorm: 1)
  #expect(clipping.normBefore == .infinity)
  #expect(clipping.factor == 0)
  #expect(!clipping.clipped)
  #expect(parameters.gradients[0].isNaN)
  #expect(Array(parameters.gradients[1...]) == [0, 0])
}

@Test func `a norm too large for 32 bits is clipped like any other`() {
  let parameters = smallParameters([0, 0, 0], gradients: [3e38, -3e38, 0])
  let clipping = Clipping(parameters, maxNorm: 1)
  #expect(areClose(clipping.normBefore / 3e38, 2.0.squareRoot()))
  #expect(areClose(clipping.normAfter, 1))
  #expect(areClose(Double(parameters.gradients[0]), 0.5.squareRoot()))
  #expect(areClose(Double(parameters.gradients[1]), -(0.5.squareRoot())))
  #expect(clipping.clipped && clipping.factor > 0)
}

@Test func `a ceiling above any norm clips nothing`() {
  let parameters = smallParameters([0, 0, 0], gradients: [3e38, -3e38, 0])
  #expect(!Clipping(parameters, maxNorm: .infinity).clipped)
  #expect(Array(parameters.gradients) == [3e38, -3e38, 0])
}
