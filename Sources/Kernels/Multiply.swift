import WideKernels

/// c [rows, columns] = a [rows, depth] · b [depth, columns], or c += a·b, and then what `finish` makes
/// of it; `stride` is c's from row to row. Only c's rows from `first` on are made.
///
/// The order of the blocks is Goto's: Goto and van de Geijn, "Anatomy of High-Performance Matrix
/// Multiplication" (2008).
@inline(never)
public func multiply(
  _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, stride: Int,
  from first: Int = 0, rows: Int, columns: Int, depth: Int, adding: Bool, finish: Finish? = nil,
  triangle: Triangle = .none,
  in workspace: Workspace
) {
  let tile = workspace.tile(columns: columns)
  for column in Swift.stride(from: 0, to: columns, by: Block.columns) {
    let width = min(Block.columns, columns - column)
    for k in Swift.stride(from: 0, to: max(depth, 1), by: Block.depth) {
      let count = min(Block.depth, depth - k)
      pack(
        b.from(row: k, column: column), into: workspace.right, count: count, columns: width,
        by: tile.columns)
      for row in Swift.stride(from: first, to: rows, by: Block.rows) {
        let block = Block(
          tile: tile, row: row, rows: min(Block.rows, rows - row), column: column, columns: width,
          k: k, count: count)
        multiply(block, a, into: c, stride: stride, adding: adding || k > 0, triangle, workspace)
        guard k + count == depth, let finish else { continue }
        finish.apply(
          c, row * stride + column, rows: block.rows, stride: stride, column: column, count: width,
          tile)
      }
    }
  }
}

/// One block's share of the product, a tile at a time.
@inline(__always)
private func multiply(
  _ block: Block, _ a: MatrixView, into c: UnsafeMutablePointer<Float>, stride: Int,
  adding: Bool, _ triangle: Triangle, _ workspace: Workspace
) {
  let left = block.left(of: a, workspace)
  let (rows, columns) = (block.tile.rows, block.tile.columns)
  for column in Swift.stride(from: 0, to: block.columns, by: columns) {
    let panel = workspace.right + column * block.count
    let start = block.firstRow(column, triangle)
    for row in Swift.stride(from: start, to: block.rows, by: rows) {
      let height = min(rows, block.rows - row)
      let reach = block.reach(row, height, triangle)
      multiplyTile(
        block.tile, left.tile(row, k: reach.lowerBound), rows: height,
        panel: panel + reach.lowerBound * columns, count: reach.count,
        into: c + (block.row + row) * stride + block.column + column, stride: stride,
        columns: block.columns - column, adding: adding, workspace)
    }
  }
}

/// One tile, of which there may be fewer rows and columns than it has room for.
@inline(__always)
func multiplyTile(
  _ tile: Tile, _ a: MatrixView, rows: Int, panel: UnsafePointer<Float>, count: Int,
  into c: UnsafeMutablePointer<Float>, stride: Int, columns: Int, adding: Bool,
  _ workspace: Workspace
) {
  guard tile == .wide else {
    return multiplyNarrowTile(
      a, rows: rows, panel: panel, count: count, into: c, stride: stride, columns: columns,
      adding: adding)
  }
  let isWhole = rows == tile.rows && columns >= tile.columns
  multiplyWideTile(
    a.base, down: a.rowStride, step: a.columnStride, rows: rows, panel: panel, count: count,
    into: isWhole ? c : workspace.edge, stride: isWhole ? stride : tile.columns,
    adding: isWhole && adding)
  if isWhole { return }
  for row in 0..<rows {
    let edge = workspace.edge + row * tile.columns
    copied(edge, c + row * stride, count: min(columns, tile.columns), adding: adding)
  }
}
