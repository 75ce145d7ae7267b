import Kernels

extension Tape {
  /// a + b, number by number; its gradient goes to b as it is, and becomes a's where a has none yet.
  ///
  /// - Returns: a tensor of their shape, in memory of its own.
  /// - Precondition: both are of one shape.
  public func add(_ a: Tensor, _ b: Tensor) -> Tensor {
    precondition(a.shape == b.shape, "the sum of \(a.shape) and \(b.shape)")
    let y = output(a.shape)
    sum(a.base, b.base, y.base, count: a.count)
    return record("add", y, from: a, b) { node, _, dy in
      guard let a = node.inputs.first, let b = node.inputs.second else { return }
      b.collect { db, adding in copied(dy, db, count: b.count, adding: adding) }
      node.output?.passGradient(to: a)
    }
  }
}
