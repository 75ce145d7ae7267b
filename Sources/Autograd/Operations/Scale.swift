import Kernels

extension Tape {
  /// factor·x, number by number.
  public func scale(_ x: Tensor, by factor: Float) -> Tensor {
    let y = output(x.shape)
    let count = x.count
    scaled(x.base, by: factor, y.base, count: count, adding: false)
    return record("scale", [x], y) { dy in
      x.collect { dx, adding in scaled(dy, by: factor, dx, count: count, adding: adding) }
    }
  }
}
