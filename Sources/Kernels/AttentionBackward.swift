/// The gradient of `qkv` from that of attention's result `dy`, with the weights W kept on the way forth:
/// dv = Wᵀ·dy, dW = dy·vᵀ, dS = W·(dW − Σ W·dW)/√size row by row, dq = dS·k, dk = dSᵀ·q.
/// `scratch` holds two squares of one head, 2·`shape.weights` numbers. Only the heads `part` are made.
@inline(never)
public func attentionBackward(
  _ qkv: UnsafePointer<Float>, _ shape: AttentionShape, _ part: Range<Int>, mask: DropoutMask?,
  weights: UnsafePointer<Float>, scratch: UnsafeMutablePointer<Float>,
  _ dy: UnsafePointer<Float>, into dqkv: UnsafeMutablePointer<Float>, adding: Bool,
  in workspace: Workspace
) {
  let (context, width) = (shape.context, shape.width)
  let slopes = scratch + shape.weights
  for index in part {
    let (sequence, head) = (index / shape.heads, index % shape.heads)
    let offset = shape.offset(sequence, head, stride: 3 * width)
    let own = weights + index * shape.weights
    let used = afterDropout(own, mask, place: index * shape.weights, shape, scratch)
    let out = dy + shape.offset(sequence, head, stride: width)
    multiply(
      MatrixView(out, rowStride: width),
      MatrixView(qkv + offset + 2 * width, rowStride: 1, columnStride: 3 * width),
      into: slopes, stride: context, rows: context, columns: context, depth: shape.size,
      adding: false, triangle: .lowerResult, in: workspace)
    headBackward(
      used, MatrixView(out, rowStride: width), triangle: .upperLeft,
      into: dqkv + offset + 2 * width, shape, adding: adding, workspace)
    if let mask {
      dropped(
        slopes, by: mask, start: index * shape.weights, into: slopes, count: shape.weights,
        adding: false)
    }
    causalSoftmaxBackward(own, slopes, context: context, scale: shape.scale)
    headBackward(
      slopes, MatrixView(qkv + offset + width, rowStride: 3 * width), triangle: .lowerLeft,
      into: dqkv + offset, shape, adding: adding, workspace)
    headBackward(
      slopes, MatrixView(qkv + offset, rowStride: 3 * width), triangle: .upperLeft,
      into: dqkv + offset + width, shape, adding: adding, workspace)
  }
}

/// One head's square, as it is (.lowerLeft) or transposed (.upperLeft), times [context, size].
@inline(__always)
private func headBackward(
  _ square: UnsafePointer<Float>, _ right: MatrixView, triangle: Triangle,
  into target: UnsafeMutablePointer<Float>, _ shape: AttentionShape, adding: Bool,
  _ workspace: Workspace
) {
  let context = shape.context
  let left =
    triangle == .lowerLeft
    ? MatrixView(square, rowStride: context)
    : MatrixView(square, rowStride: 1, columnStride: context)
  multiply(
    left, right, into: target, stride: 3 * shape.width, rows: context, columns: shape.size,
    depth: context, adding: adding, triangle: triangle, in: workspace)
}
