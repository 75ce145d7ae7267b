/// A matrix as the multiplication reads it: a transpose is the same numbers with the strides exchanged.
/// One of the strides, counted in numbers, is 1. It owns nothing: the numbers must outlive it.
public struct MatrixView {
  let base: UnsafePointer<Float>
  let rowStride: Int
  let columnStride: Int

  public init(_ base: UnsafePointer<Float>, rowStride: Int, columnStride: Int = 1) {
    self.base = base
    self.rowStride = rowStride
    self.columnStride = columnStride
  }

  @inline(__always)
  func from(row: Int, column: Int) -> MatrixView {
    MatrixView(
      base + row * rowStride + column * columnStride, rowStride: rowStride,
      columnStride: columnStride)
  }
}

/// What is known to be zero or not wanted, so that it need not be computed.
public enum Triangle {
  case none
  /// Of the result only row i's columns up to i are wanted.
  case lowerResult
  /// The left matrix is zero right of its diagonal.
  case lowerLeft
  /// The left matrix is zero left of its diagonal.
  case upperLeft
}
