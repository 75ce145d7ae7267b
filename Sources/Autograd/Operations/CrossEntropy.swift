import Kernels

extension Tape {
  /// The mean of −ln softmax(logits)[target] over rows whose target is not `ignored`, in nats; NaN
  /// if all are: `torch.nn.functional.cross_entropy`. Its gradient is (softmax − onehot)/counted.
  ///
  /// - Parameters:
  ///   - logits: [rows, classes].
  ///   - targets: a class for each row.
  /// - Returns: one number, of shape [].
  /// - Precondition: as many targets as rows, each below `classes` or `ignored`.
  public func crossEntropy(
    _ logits: Tensor, targets: [Int32], ignoring ignored: Int32? = nil
  ) -> Tensor {
    precondition(
      logits.shape.count == 2 && logits.shape[0] == targets.count,
      "\(targets.count) targets for logits \(logits.shape)")
    let (rows, width) = (logits.shape[0], logits.shape[1])
    for target in targets where target != ignored {
      precondition(0..<width ~= Int(target), "target \(target) of \(width) classes")
    }
    let y = output([])
    let slope = output(rows, width)
    y.base[0] = crossEntropyForward(
      logits.base, targets: targets, ignored: ignored, slope: slope.base, rows: rows, width: width,
      counted: targets.count { $0 != ignored })
    return record("cross entropy", y, from: logits, keeping: Node.Kept(tensor: slope)) {
      node, _, dy in
      guard let logits = node.inputs.first, let slope = node.kept.tensor else { return }
      logits.collect { dx, adding in
        scaled(slope.base, by: dy[0], dx, count: slope.count, adding: adding)
      }
    }
  }
}
