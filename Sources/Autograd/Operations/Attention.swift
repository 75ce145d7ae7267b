import Kernels

extension Tape {
  /// Causal attention: softmax(q·kᵀ/√size, up to each row's own place)·v, head by head.
  /// Rows of `qkv` [rows, 3·width] are q, k and v side by side; sequences of `context` rows; y [rows, width].
  /// `dropout` falls on the attention weights; without `random` there is none.
  public func attention(
    _ qkv: Tensor, heads: Int, context: Int, dropout: Float, random: DropoutStream?
  ) -> Tensor {
    let rows = qkv.shape[0]
    precondition(
      qkv.shape.count == 2 && heads > 0 && context > 0 && rows % context == 0
        && qkv.shape[1] % (3 * heads) == 0,
      "attention over \(qkv.shape) with \(heads) heads in contexts of \(context)")
    let sizes = AttentionShape(
      batch: rows / context, context: context, heads: heads, size: qkv.shape[1] / (3 * heads))
    let y = output([rows, sizes.width])
    let mask = random?.mask(dropout)
    let weights = output([sizes.weightCount]).base
    let scratch = (0..<pool.threads).map { _ in output([2 * sizes.weights]).base }
    let work = 2 * rows * context * sizes.width
    multiplyAdds += work
    pool.share(sizes.headCount, multiplyAdds: work) { [pool] part, thread in
      attentionForward(
        qkv.base, sizes, part, mask: mask, weights: weights, scratch: scratch[thread],
        into: y.base, in: pool.workspaces[thread])
    }
    return record("attention", [qkv], y) { [pool] dy in
      qkv.collect { slope, adding in
        pool.share(sizes.headCount, multiplyAdds: 2 * work) { part, thread in
          attentionBackward(
            qkv.base, sizes, part, mask: mask, weights: weights, scratch: scratch[thread], dy,
            into: slope, adding: adding, in: pool.workspaces[thread])
        }
      }
    }
  }
}
