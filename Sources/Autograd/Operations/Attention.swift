import Kernels

extension Tape {
  /// Causal attention, softmax(q·kᵀ/√size, up to each row's own place)·v, head by head: Vaswani et
  /// al., "Attention Is All You Need" (2017), equation 1, masked as in nanoGPT's `CausalSelfAttention`.
  ///
  /// - Parameters:
  ///   - qkv: [rows, 3·width], each row q, k and v side by side, each of them `heads` times `size`.
  ///   - context: how many rows one sequence has; a row sees those of its own sequence up to itself.
  ///   - dropout: the share of attention weights that are set to 0; without `random` none are.
  /// - Returns: [rows, width], the heads side by side. It shares no memory with `qkv`, whose numbers
  ///   must stay as they are until backward has been through.
  /// - Precondition: whole sequences, 3·heads divides the columns, and dropout is in 0..<1.
  public func attention(
    _ qkv: Tensor, heads: Int, context: Int, dropout: Float, random: DropoutStream?
  ) -> Tensor {
    precondition(
      qkv.shape.count == 2 && heads > 0 && context > 0 && qkv.shape[0] % context == 0
        && qkv.shape[1] % (3 * heads) == 0,
      "attention over \(qkv.shape) with \(heads) heads in contexts of \(context)")
    let sizes = AttentionShape(of: qkv, heads: heads, context: context)
    let y = output(qkv.shape[0], sizes.width)
    let mask = random?.mask(dropout)
    let kept = output(sizes.headCount, sizes.weights)
    let (weights, work) = (kept.base, sizes.multiplyAdds)
    multiplyAdds += work
    pool.share(sizes.headCount, multiplyAdds: work) { [pool] part, thread in
      attentionForward(
        qkv.base, sizes, part, mask: mask, weights: weights,
        scratch: pool.workspaces[thread].scratch(2 * sizes.weights),
        into: y.base, in: pool.workspaces[thread])
    }
    return record(
      "attention", y, from: qkv,
      keeping: Node.Kept(tensor: kept, mask: mask, context: context, heads: heads)
    ) { node, tape, dy in
      guard let qkv = node.inputs.first, let weights = node.kept.tensor?.base else { return }
      let sizes = AttentionShape(of: qkv, heads: node.kept.heads, context: node.kept.context)
      let (pool, mask) = (tape.pool, node.kept.mask)
      qkv.collect { slope, adding in
        pool.share(sizes.headCount, multiplyAdds: 2 * sizes.multiplyAdds) { part, thread in
          attentionBackward(
            qkv.base, sizes, part, mask: mask, weights: weights,
            scratch: pool.workspaces[thread].scratch(2 * sizes.weights), dy,
            into: slope, adding: adding, in: pool.workspaces[thread])
        }
      }
    }
  }
}

extension AttentionShape {
  fileprivate init(of qkv: Tensor, heads: Int, context: Int) {
    self.init(
      batch: qkv.shape[0] / context, context: context, heads: heads,
      size: qkv.shape[1] / (3 * heads))
  }

  /// Of the two products on the way forward.
  fileprivate var multiplyAdds: Int { 2 * batch * context * context * width }
}
