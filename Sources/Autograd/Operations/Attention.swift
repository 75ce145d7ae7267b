internal import Kernels

extension Tape {
  /// Causal self-attention: softmax(Q · Kᵀ / √d + mask) · V for each head.
  ///
  /// `qkv` [rows, 3 · width] holds queries, keys and values side by side, rows = batch · context;
  /// gives [rows, width]. Dropout falls on the weights, when a stream is given.
  public func attention(
    _ qkv: Tensor, heads: Int, context: Int, dropout: Float = 0, random: DropoutStream? = nil
  ) -> Tensor {
    let width = qkv.columns / 3
    precondition(
      qkv.columns % 3 == 0 && heads > 0 && width % heads == 0 && context > 0
        && qkv.rows % context == 0,
      "attention: input \(qkv.shape), \(heads) heads, context \(context)")
    let shape = AttentionShape(
      batch: qkv.rows / context, time: context, heads: heads, width: width)
    let mask =
      dropout > 0 ? random?.mask(probability: dropout, count: shape.weightCount) : nil
    let y = output([qkv.rows, width], of: [qkv])
    let weights = arena.allocate(shape.weightCount).start
    let dropped = mask == nil ? weights : arena.allocate(shape.weightCount).start
    Kernels.attention(
      qkv.start, into: y.values.start, weights: weights, dropped: dropped, shape: shape,
      dropout: mask)
    record("attention", y, from: [qkv]) { [unowned self] dy in
      guard let dx = target(qkv) else { return }
      attentionGradient(
        dy, qkv: qkv.start, weights: weights, dropped: dropped, into: dx.start,
        scratch: arena.allocate(context * context).start, shape: shape, dropout: mask,
        accumulate: dx.accumulate)
    }
    return y
  }
}
