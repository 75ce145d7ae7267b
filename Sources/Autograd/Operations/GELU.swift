import Kernels

extension Tape {
  /// x·½(1 + erf(x/√2)), number by number: Hendrycks and Gimpel, "Gaussian Error Linear Units" (2016),
  /// the exact form, with PyTorch's erf (Abramowitz and Stegun, 7.1.26).
  ///
  /// - Returns: a tensor of x's shape, in memory of its own.
  public func gelu(_ x: Tensor) -> Tensor {
    let y = output(x.shape)
    let count = x.count
    guard records(x) else {
      geluForward(x.base, y.base, count: count)
      return y
    }
    let slope = output(x.shape)
    geluForward(x.base, y.base, slope: slope.base, count: count)
    return record("gelu", y, from: x, keeping: Node.Kept(tensor: slope)) { node, _, dy in
      guard let x = node.inputs.first, let slope = node.kept.tensor else { return }
      x.collect { dx, adding in product(dy, slope.base, dx, count: x.count, adding: adding) }
    }
  }
}
