/// A matrix as the multiplication reads it: a transpose is the same numbers with the strides exchanged.
public struct MatrixView {
  let base: UnsafePointer<Float>
  let rowStride: Int
  let columnStride: Int

  public init(_ base: UnsafePointer<Float>, rowStride: Int, columnStride: Int = 1) {
    self.base = base
    self.rowStride = rowStride
    self.columnStride = columnStride
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

/// The depth of a packed panel: 256 × 16 floats fill half of a first-level cache.
let panelDepth = 256

/// c [rows, columns] = a [rows, depth] · b [depth, columns], or c += a·b; `stride` is c's from row to row.
@inline(never)
public func multiply(
  _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, stride: Int, rows: Int,
  columns: Int, depth: Int, adding: Bool, triangle: Triangle = .none
) {
  withUnsafeTemporaryAllocation(byteCount: panelDepth * 64, alignment: 64) { bytes in
    let panel = bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Float.self)
    var k = 0
    repeat {
      let count = min(panelDepth, depth - k)
      for column in Swift.stride(from: 0, to: columns, by: 16) {
        pack(b, row: k, column: column, into: panel, count: count, width: columns - column)
        let first = triangle == .lowerResult ? column / 6 * 6 : 0
        for row in Swift.stride(from: first, to: rows, by: 6) {
          let height = min(6, rows - row)
          let start = triangle == .upperLeft ? min(max(row - k, 0), count) : 0
          let end = triangle == .lowerLeft ? min(max(row + height - k, 0), count) : count
          multiplyTile(
            a, row: row, height: height, k: k + start, panel: panel + start * 16,
            count: end - start, into: c + row * stride + column, stride: stride,
            width: columns - column, adding: adding || k > 0)
        }
      }
      k += count
    } while k < depth
  }
}
