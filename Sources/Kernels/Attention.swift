/// The sizes of a causal attention: rows of [3 × width] hold queries, keys and values side by side.
public struct AttentionShape {
  public var batch: Int
  public var time: Int
  public var heads: Int
  public var width: Int

  public init(batch: Int, time: Int, heads: Int, width: Int) {
    self.batch = batch
    self.time = time
    self.heads = heads
    self.width = width
  }

  var headWidth: Int { width / heads }
  var scale: Float { 1 / Float(headWidth).squareRoot() }
  /// Weights kept for the gradient: one [time, time] matrix a head.
  public var weightCount: Int { batch * heads * time * time }
}

/// y = softmax(Q · Kᵀ / √d, each row seeing no later column) · V: [batch · time, width].
@inline(never)
public func attention(
  _ qkv: Input, into y: Output, weights: Output, dropped: Output, shape: AttentionShape,
  dropout: DropoutMask?
) {
  let (time, d, stride) = (shape.time, shape.headWidth, 3 * shape.width)
  for head in 0..<(shape.batch * shape.heads) {
    let (b, h) = (head / shape.heads, head % shape.heads)
    let q = qkv + b * time * stride + h * d
    let p = weights + head * time * time
    multiply(
      MatrixView(q, rowStride: stride),
      MatrixView(q + shape.width, rowStride: 1, columnStride: stride), into: p, rowStride: time,
      rows: time, depth: d, columns: time, accumulate: false)
    causalSoftmax(p, time, shape.scale)
    let used = dropout.map { mask in
      mask.apply(to: p, into: dropped + head * time * time, count: time * time, from: head * time * time)
      return dropped + head * time * time
    }
    multiply(
      MatrixView(used ?? p, rowStride: time), MatrixView(q + 2 * shape.width, rowStride: stride),
      into: y + b * time * shape.width + h * d, rowStride: shape.width, rows: time, depth: time,
      columns: d, accumulate: false)
  }
}

@inline(__always)
private func causalSoftmax(_ p: Output, _ time: Int, _ factor: Float) {
  for i in 0..<time {
    let row = p + i * time
    forEachVector(i + 1) { at, n in put(load(row + at, n) * factor, row + at, n) }
    _ = softmaxRow(row, into: row, count: i + 1)
    for j in (i + 1)..<max(time, i + 1) { row[j] = 0 }
  }
}

/// d(qkv) of a causal attention; `scratch` holds two [time, time] matrices.
@inline(never)
public func attentionGradient(
  _ dy: Input, qkv: Input, weights: Input, dropped: Input, into dqkv: Output, scratch: Output,
  shape: AttentionShape, dropout: DropoutMask?, accumulate: Bool
) {
  let (time, d, width) = (shape.time, shape.headWidth, shape.width)
  let stride = 3 * width
  for head in 0..<(shape.batch * shape.heads) {
    let (b, h) = (head / shape.heads, head % shape.heads)
    let start = b * time * stride + h * d
    let (q, dq) = (qkv + start, dqkv + start)
    let dout = MatrixView(dy + b * time * width + h * d, rowStride: width)
    let p = weights + head * time * time
    let used = dropout == nil ? p : dropped + head * time * time
    // dV = Pᵀ · dY
    multiply(
      MatrixView(used, rowStride: 1, columnStride: time), dout, into: dq + 2 * width,
      rowStride: stride, rows: time, depth: time, columns: d, accumulate: accumulate)
    // dP = dY · Vᵀ, then through the mask and the softmax
    multiply(
      dout, MatrixView(q + 2 * width, rowStride: 1, columnStride: stride), into: scratch,
      rowStride: time, rows: time, depth: d, columns: time, accumulate: false)
    dropout?.apply(to: scratch, into: scratch, count: time * time, from: head * time * time)
    softmaxGradient(scratch, p, time, shape.scale)
    // dQ = dS · K, dK = dSᵀ · Q
    multiply(
      MatrixView(scratch, rowStride: time), MatrixView(q + width, rowStride: stride), into: dq,
      rowStride: stride, rows: time, depth: time, columns: d, accumulate: accumulate)
    multiply(
      MatrixView(scratch, rowStride: 1, columnStride: time), MatrixView(q, rowStride: stride),
      into: dq + width, rowStride: stride, rows: time, depth: time, columns: d,
      accumulate: accumulate)
  }
}

/// dS = P · (dP − Σ dP · P) · scale, row by row, in place.
@inline(__always)
private func softmaxGradient(_ dp: Output, _ p: Input, _ time: Int, _ factor: Float) {
  for i in 0..<time {
    let (slope, row) = (dp + i * time, p + i * time)
    var total = Vector.zero
    forEachVector(time) { at, n in
      total = multiplyAdd(load(slope + at, n), load(row + at, n), total)
    }
    let mean = sum(total)
    forEachVector(time) { at, n in
      put((load(slope + at, n) - mean) * load(row + at, n) * factor, slope + at, n)
    }
  }
}
