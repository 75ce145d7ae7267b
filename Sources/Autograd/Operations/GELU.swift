import Kernels

extension Tape {
  /// x·½(1 + erf(x/√2)), number by number.
  public func gelu(_ x: Tensor) -> Tensor {
    let y = output(x.shape)
    let count = x.count
    guard records(x) else {
      geluForward(x.base, y.base, count: count)
      return y
    }
    let slope = output(x.shape).base
    geluForward(x.base, y.base, slope: slope, count: count)
    return record("gelu", [x], y) { dy in
      x.collect { dx, adding in product(dy, slope, dx, count: count, adding: adding) }
    }
  }
}
