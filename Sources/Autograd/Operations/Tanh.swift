import Kernels

extension Tape {
  /// tanh x, number by number.
  public func tanh(_ x: Tensor) -> Tensor {
    let y = output(x.shape)
    let (made, count) = (y.base, x.count)
    tanhForward(x.base, made, count: count)
    return record("tanh", [x], y) { dy in
      x.collect { dx, adding in tanhBackward(output: made, dy, dx, count: count, adding: adding) }
    }
  }
}
