internal import Kernels

extension Tape {
  /// The exact GELU, x · Φ(x), element by element.
  public func gelu(_ x: Tensor) -> Tensor {
    let y = output(x.shape, of: [x])
    Kernels.gelu(x.start, into: y.values.start, count: x.count)
    record("gelu", y, from: [x]) { [unowned self] dy in
      guard let dx = target(x) else { return }
      geluGradient(
        dy, input: x.start, into: dx.start, count: x.count, accumulate: dx.accumulate)
    }
    return y
  }

  /// tanh, element by element.
  public func tanh(_ x: Tensor) -> Tensor {
    let y = output(x.shape, of: [x])
    Kernels.tanh(x.start, into: y.values.start, count: x.count)
    let value = y.start
    record("tanh", y, from: [x]) { [unowned self] dy in
      guard let dx = target(x) else { return }
      tanhGradient(dy, value: value, into: dx.start, count: x.count, accumulate: dx.accumulate)
    }
    return y
  }

  /// max(x, 0), element by element; the gradient at 0 is 0.
  public func relu(_ x: Tensor) -> Tensor {
    let y = output(x.shape, of: [x])
    Kernels.relu(x.start, into: y.values.start, count: x.count)
    record("relu", y, from: [x]) { [unowned self] dy in
      guard let dx = target(x) else { return }
      reluGradient(
        dy, input: x.start, into: dx.start, count: x.count, accumulate: dx.accumulate)
    }
    return y
  }
}
