import Kernels

extension Tape {
  /// factor·x, number by number.
  public func scale(_ x: Tensor, by factor: Float) -> Tensor {
    let y = output(x.shape)
    scaled(x.base, by: factor, y.base, count: x.count, adding: false)
    return record("scale", y, from: x, keeping: Node.Kept(factor: factor)) { node, _, dy in
      guard let x = node.inputs.first else { return }
      x.collect { dx, adding in
        scaled(dy, by: node.kept.factor, dx, count: x.count, adding: adding)
      }
    }
  }
}
