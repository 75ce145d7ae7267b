internal import Autograd

/// A matrix of one number and a vector of two, with the gradients given.
func smallParameters(_ values: [Float], gradients: [Float]) -> Parameters {
  let parameters = Parameters([
    ParameterSpec(name: "weight", shape: [1, 1], layer: "first"),
    ParameterSpec(name: "bias", shape: [2], layer: "second"),
  ])
  _ = parameters.values.update(fromContentsOf: values)
  give(gradients, to: parameters)
  return parameters
}

func give(_ gradients: [Float], to parameters: Parameters) {
  _ = parameters.gradients.update(fromContentsOf: gradients)
  for i in parameters.tensors.indices { parameters.setHasGradient(true, i) }
}

func areClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-6) -> Bool {
  abs(a - b) <= tolerance * max(1, abs(b))
}
