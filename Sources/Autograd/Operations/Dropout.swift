import Kernels

extension Tape {
  /// Each number 0 with `probability`, else divided by 1 − probability: `torch.nn.Dropout` in training.
  ///
  /// - Returns: a tensor of x's shape in memory of its own; x itself where the probability is 0.
  /// - Precondition: the probability is in 0..<1.
  public func dropout(_ x: Tensor, probability: Float, random: DropoutStream) -> Tensor {
    guard let mask = random.mask(probability) else { return x }
    let y = output(x.shape)
    dropped(x.base, by: mask, into: y.base, count: x.count, adding: false)
    return record("dropout", y, from: x, keeping: Node.Kept(mask: mask)) { node, _, dy in
      guard let x = node.inputs.first, let mask = node.kept.mask else { return }
      x.collect { dx, adding in dropped(dy, by: mask, into: dx, count: x.count, adding: adding) }
    }
  }
}

extension DropoutStream {
  /// The next mask; none, and no draw, for probability 0.
  func mask(_ probability: Float) -> DropoutMask? {
    precondition(0..<1 ~= probability, "dropout with probability \(probability)")
    return probability == 0 ? nil : DropoutMask(key: next(), probability: probability)
  }
}
