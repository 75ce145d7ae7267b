internal import Kernels

extension Tape {
  /// a + b, both of one shape.
  public func add(_ a: Tensor, _ b: Tensor) -> Tensor {
    precondition(a.shape == b.shape, "add: \(a.shape) and \(b.shape)")
    let y = output(a.shape, of: [a, b])
    Kernels.add(a.start, b.start, into: y.values.start, count: a.count)
    record("add", y, from: [a, b]) { [unowned self] dy in
      for input in [a, b] {
        guard let dx = target(input) else { continue }
        copy(dy, to: dx.start, count: input.count, accumulate: dx.accumulate)
      }
    }
    return y
  }

  /// factor · x, such as loss ÷ N.
  public func scale(_ x: Tensor, by factor: Float) -> Tensor {
    let y = output(x.shape, of: [x])
    Kernels.scale(x.start, by: factor, into: y.values.start, count: x.count, accumulate: false)
    record("scale", y, from: [x]) { [unowned self] dy in
      guard let dx = target(x) else { return }
      Kernels.scale(
        dy, by: factor, into: dx.start, count: x.count, accumulate: dx.accumulate)
    }
    return y
  }
}
