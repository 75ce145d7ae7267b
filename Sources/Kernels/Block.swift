/// The part of a product that is worked on at once: a panel of the right matrix fills half of a
/// first-level cache, the left matrix's rows lie in the second-level cache beside it.
struct Block {
  let tile: Tile
  let row: Int
  let rows: Int
  let column: Int
  let columns: Int
  let k: Int
  let count: Int

  /// Whole tiles of either kind.
  static let rows = 96
  static let columns = 512
  /// The same for either kind of tile: so the sums, and the bits, are the same.
  static let depth = 128

  /// The left matrix's rows, packed where they would else be read across and more than once.
  @inline(__always)
  func left(of a: MatrixView, _ workspace: Workspace) -> LeftRows {
    let own = a.from(row: row, column: k)
    guard a.columnStride != 1, columns > tile.columns, !isNear(a.columnStride, count) else {
      return LeftRows(first: own, rowStride: a.rowStride, isPacked: false)
    }
    packLeft(own, into: workspace.left, rows: rows, count: count, by: tile.rows)
    let packed = MatrixView(workspace.left, rowStride: 1, columnStride: tile.rows)
    return LeftRows(first: packed, rowStride: count, isPacked: true)
  }

  /// The first of the rows that are wanted in a panel.
  @inline(__always)
  func firstRow(_ panel: Int, _ triangle: Triangle) -> Int {
    guard triangle == .lowerResult else { return 0 }
    return max(0, column + panel - row) / tile.rows * tile.rows
  }

  /// Where in the block's depth the left matrix is not known to be zero, for some rows of it.
  @inline(__always)
  func reach(_ first: Int, _ height: Int, _ triangle: Triangle) -> Range<Int> {
    let diagonal = row + first - k
    switch triangle {
    case .none, .lowerResult: return 0..<count
    case .lowerLeft: return 0..<min(max(diagonal + height, 0), count)
    case .upperLeft: return min(max(diagonal, 0), count)..<count
    }
  }
}

/// A block of the left matrix, of which tiles are read.
struct LeftRows {
  let first: MatrixView
  let rowStride: Int
  let isPacked: Bool

  @inline(__always)
  func tile(_ row: Int, k: Int) -> MatrixView {
    MatrixView(
      first.base + row * rowStride + k * first.columnStride, rowStride: first.rowStride,
      columnStride: first.columnStride)
  }
}
