import Kernels

extension Tape {
  /// max(x, 0), number by number; the gradient at 0 is 0.
  public func relu(_ x: Tensor) -> Tensor {
    let y = output(x.shape)
    let (made, count) = (y.base, x.count)
    reluForward(x.base, made, count: count)
    return record("relu", [x], y) { dy in
      x.collect { dx, adding in reluBackward(output: made, dy, dx, count: count, adding: adding) }
    }
  }
}
