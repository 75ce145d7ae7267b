internal import Autograd
internal import Moves
internal import Testing

@testable internal import Training

@Test func `norms are told for each layer and for all together`() {
  let parameters = smallParameters([0, 0, 0], gradients: [12, 3, 4])
  let norms = GradientNorms(of: parameters)
  #expect(norms.total == 13)
  #expect(norms.present == 2)
  #expect(
    GradientNorms.layers(of: parameters) == [
      LayerNorm(layer: "first", norm: 12), LayerNorm(layer: "second", norm: 5),
    ])
}

@Test func `a gradient that is not there has no norm`() {
  let parameters = smallParameters([0, 0, 0], gradients: [12, 3, 4])
  parameters.setHasGradient(false, 0)
  let norms = GradientNorms(of: parameters)
  #expect(norms.total == 5)
  #expect(norms.present == 1)
}
