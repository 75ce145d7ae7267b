internal import Kernels

extension Tape {
  /// Each element is dropped with the given probability, the others grow by 1 / (1 − p).
  ///
  /// For training only: under `eval()` the caller leaves it out. The identity where p is 0.
  public func dropout(_ x: Tensor, probability: Float, random: DropoutStream) -> Tensor {
    precondition(
      (0..<1).contains(probability), "dropout: probability \(probability), expected 0 up to 1")
    guard probability > 0 else { return x }
    let mask = random.mask(probability: probability, count: x.count)
    let y = output(x.shape, of: [x])
    mask.apply(to: x.start, into: y.values.start, count: x.count)
    record("dropout", y, from: [x]) { [unowned self] dy in
      guard let dx = target(x) else { return }
      mask.apply(to: dy, into: dx.start, count: x.count, accumulate: dx.accumulate)
    }
    return y
  }
}
