import Autograd

extension GPT {
  /// nanoGPT draws in four rounds, and so do we, so that a seed gives the same parameters:
  /// PyTorch's defaults as each layer is made, the model's own, the tied output layer again, the projections.
  func initialize(std: Float, _ generator: inout MersenneTwister) {
    let symbols = parameters["transformer.wte.weight"]
    let matrices = parameters.tensors.filter { $0.shape.count == 2 }
    for matrix in matrices {
      isEmbedding(matrix)
        ? generator.fillNormal(matrix.values, mean: 0, std: 1)
        : generator.fillUniform(matrix.values, low: -1, high: 1)
    }
    generator.fillUniform(symbols.values, low: -1, high: 1)
    for matrix in matrices + [symbols] {
      generator.fillNormal(matrix.values, mean: 0, std: std)
    }
    let projectionStd = std / Float(2 * shape.layers).squareRoot()
    for matrix in matrices where matrix.name?.hasSuffix("c_proj.weight") == true {
      generator.fillNormal(matrix.values, mean: 0, std: projectionStd)
    }
    for norm in parameters.tensors where norm.shape.count == 1 { norm.values.update(repeating: 1) }
  }

  private func isEmbedding(_ tensor: Tensor) -> Bool {
    tensor.name?.hasSuffix("wte.weight") == true || tensor.name?.hasSuffix("wpe.weight") == true
  }
}
