/// The sizes of causal attention over `batch` sequences; a row of qkv holds q, k and v, each [heads·size].
public struct AttentionShape: Sendable {
  public var batch: Int
  public var context: Int
  public var heads: Int
  /// The width of one head.
  public var size: Int

  public init(batch: Int, context: Int, heads: Int, size: Int) {
    self.batch = batch
    self.context = context
    self.heads = heads
    self.size = size
  }

  public var width: Int { heads * size }
  /// How many heads all sequences have together.
  public var headCount: Int { batch * heads }
  /// How many attention weights one sequence has in one head.
  public var weights: Int { context * context }
  public var weightCount: Int { batch * heads * weights }
  var scale: Float { 1 / Float(size).squareRoot() }

  /// Where head `head` of sequence `sequence` begins in rows of `stride` numbers.
  func offset(_ sequence: Int, _ head: Int, stride: Int) -> Int {
    sequence * context * stride + head * size
  }
}

/// y [batch·context, heads·size] = softmax(q·kᵀ/√size, causal)·v, from `qkv` [batch·context, 3·heads·size];
/// no two of the arrays overlap. `weights` [batch, heads, context, context] keeps the softmax.
/// `scratch` holds the weights of one head after dropout, `shape.weights` numbers. Only the heads
/// `part` of all sequences' heads are made.
@inline(never)
public func attentionForward(
  _ qkv: UnsafePointer<Float>, _ shape: AttentionShape, _ part: Range<Int>, mask: DropoutMask?,
  weights: UnsafeMutablePointer<Float>, scratch: UnsafeMutablePointer<Float>,
  into y: UnsafeMutablePointer<Float>, in workspace: Workspace
) {
  let (context, width) = (shape.context, shape.width)
  for index in part {
    let (sequence, head) = (index / shape.heads, index % shape.heads)
    let q = qkv + shape.offset(sequence, head, stride: 3 * width)
    let own = weights + index * shape.weights
    multiply(
      MatrixView(q, rowStride: 3 * width),
      MatrixView(q + width, rowStride: 1, columnStride: 3 * width),
      into: own, stride: context, rows: context, columns: context, depth: shape.size,
      adding: false, triangle: .lowerResult, in: workspace)
    causalSoftmax(own, context: context, scale: shape.scale)
    let used = afterDropout(own, mask, place: index * shape.weights, shape, scratch)
    multiply(
      MatrixView(used, rowStride: context), MatrixView(q + 2 * width, rowStride: 3 * width),
      into: y + shape.offset(sequence, head, stride: width), stride: width, rows: context,
      columns: shape.size, depth: context, adding: false, triangle: .lowerLeft, in: workspace)
  }
}

/// The weights that are used: dropout's, in `scratch`, where it falls.
@inline(__always)
func afterDropout(
  _ weights: UnsafePointer<Float>, _ mask: DropoutMask?, place: Int, _ shape: AttentionShape,
  _ scratch: UnsafeMutablePointer<Float>
) -> UnsafePointer<Float> {
  guard let mask else { return weights }
  dropped(weights, by: mask, start: place, into: scratch, count: shape.weights, adding: false)
  return UnsafePointer(scratch)
}
