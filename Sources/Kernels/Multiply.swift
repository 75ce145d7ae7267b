import Lanes
import WideKernels

/// c [rows, columns] = a [rows, depth] · b [depth, columns], or c += a·b, and then what `epilogue` makes
/// of it; `stride` is c's from row to row, in numbers. c shares no memory with a, b or the workspace.
///
/// The order of the blocks is Goto's: Goto and van de Geijn, "Anatomy of High-Performance Matrix
/// Multiplication" (2008).
@inline(never)
public func multiply(
  _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, stride: Int, rows: Int,
  columns: Int, depth: Int, adding: Bool, epilogue: Epilogue? = nil, triangle: Triangle = .none,
  in workspace: Workspace
) {
  let product = Product(
    a, b, into: c, stride: stride, columns: columns, depth: depth, adding: adding,
    epilogue: epilogue,
    triangle: triangle, in: workspace)
  product.inStages { stage in
    product.pack(stage, 0..<stage.panels, workspace)
    product.multiply(stage, rows: 0..<rows, packedIn: workspace, workspace)
  }
}

/// A product in the making: threads may share a stage's packing, and then its rows.
public struct Product {
  private let a: MatrixView
  private let b: MatrixView
  private let c: UnsafeMutablePointer<Float>
  private let stride: Int
  private let columns: Int
  private let depth: Int
  private let adding: Bool
  private let epilogue: Epilogue?
  private let triangle: Triangle
  private let tile: Tile
  /// Whether the right matrix's whole panels are read where they stand.
  private let readsInPlace: Bool

  public init(
    _ a: MatrixView, _ b: MatrixView, into c: UnsafeMutablePointer<Float>, stride: Int,
    columns: Int, depth: Int, adding: Bool, epilogue: Epilogue?, triangle: Triangle = .none,
    in workspace: Workspace
  ) {
    (self.a, self.b, self.c, self.stride) = (a, b, c, stride)
    (self.columns, self.depth, self.adding) = (columns, depth, adding)
    (self.epilogue, self.triangle, tile) = (epilogue, triangle, workspace.tile(columns: columns))
    readsInPlace = b.columnStride == 1 && isNear(b.rowStride, depth)
  }

  /// Calls `body` for each part of the right matrix that a workspace has room for, in the order in
  /// which they must be worked on.
  @inline(__always)
  public func inStages(_ body: (Stage) -> Void) {
    for column in Swift.stride(from: 0, to: columns, by: Block.columns) {
      let width = min(Block.columns, columns - column)
      let across = tile.panels(columns: width)
      let line = across * tile.columns
      // Without a division, which would take longer than a small product.
      let fits = line * depth <= Workspace.room
      let most = fits ? max(depth, 1) : Workspace.room / (line * Block.depth) * Block.depth
      for k in Swift.stride(from: 0, to: max(depth, 1), by: most) {
        let count = min(most, depth - k)
        body(Stage(column: column, columns: width, across: across, k: k, count: count))
      }
    }
  }

  /// Packs some of a stage's panels into the `workspace` that all threads read them from.
  @inline(__always)
  public func pack(_ stage: Stage, _ panels: Range<Int>, _ workspace: Workspace) {
    var (k, side) = (0, panels.lowerBound)
    while side >= stage.across { (k, side) = (k + Block.depth, side - stage.across) }
    for _ in panels {
      let (count, column) = (min(Block.depth, stage.count - k), side * tile.columns)
      if !isInPlace(stage, column) {
        Kernels.pack(
          b.from(row: stage.k + k, column: stage.column + column),
          into: workspace.right + k * stage.across * tile.columns + column * count, count: count,
          columns: stage.columns - column, by: tile.columns)
      }
      side += 1
      if side == stage.across { (k, side) = (k + Block.depth, 0) }
    }
  }

  /// Whether a stage's panel that begins in `column` is read in the right matrix itself.
  @inline(__always)
  private func isInPlace(_ stage: Stage, _ column: Int) -> Bool {
    readsInPlace && column + tile.columns <= stage.columns
  }

  /// Multiplies some rows by a stage that is packed in `right`.
  @inline(__always)
  public func multiply(
    _ stage: Stage, rows: Range<Int>, packedIn right: Workspace, _ workspace: Workspace
  ) {
    for row in Swift.stride(from: rows.lowerBound, to: rows.upperBound, by: Block.rows) {
      let count = min(Block.rows, rows.upperBound - row)
      for k in Swift.stride(from: 0, to: max(stage.count, 1), by: Block.depth) {
        let block = Block(
          tile: tile, row: row, rows: count, column: stage.column, columns: stage.columns,
          k: stage.k + k, count: min(Block.depth, stage.count - k))
        multiply(block, of: stage, right.right + k * stage.across * tile.columns, workspace)
      }
      guard stage.k + stage.count == depth, let epilogue else { continue }
      epilogue.apply(
        c, row * stride + stage.column, rows: count, stride: stride, count: stage.columns, tile)
    }
  }

  /// One block's share of the product, a tile at a time.
  @inline(__always)
  private func multiply(
    _ block: Block, of stage: Stage, _ right: UnsafePointer<Float>, _ workspace: Workspace
  ) {
    let left = block.left(of: a, workspace)
    let bias = block.k + block.count == depth ? epilogue?.bias : nil
    for column in Swift.stride(from: 0, to: block.columns, by: tile.columns) {
      let there = block.column + column
      let panel =
        isInPlace(stage, column)
        ? Panel(base: b.from(row: block.k, column: there).base, step: b.rowStride)
        : Panel(base: right + column * block.count, step: tile.columns)
      let rest = block.columns - column
      // What is left for half a tile goes into narrow ones.
      let tile = rest <= Tile.narrow.columns && !left.isPacked ? .narrow : self.tile
      let start = block.firstRow(column, triangle)
      for row in Swift.stride(from: start, to: block.rows, by: tile.rows) {
        let height = min(tile.rows, block.rows - row)
        let reach = block.reach(row, height, triangle)
        multiplyTile(
          tile, left.tile(row, k: reach.lowerBound), rows: height,
          panel: panel.from(k: reach.lowerBound), count: reach.count,
          into: c + (block.row + row) * stride + there, stride: stride,
          columns: min(rest, tile.columns), bias: bias.map { $0 + there },
          adding: adding || block.k > 0, workspace)
      }
    }
  }
}

/// A part of the right matrix, in panels of a tile's columns and of a block's depth.
public struct Stage {
  let column: Int
  let columns: Int
  /// Panels side by side.
  let across: Int
  let k: Int
  let count: Int

  /// How many panels it is packed in.
  public var panels: Int { max(1, (count + Block.depth - 1) / Block.depth) * across }
}

/// Whether `count` lines of so many numbers fit a first-level cache of 32 KB and eight ways: then no
/// more than eight of a column's numbers share a set of it, and they need not be packed.
@inline(__always)
func isNear(_ stride: Int, _ count: Int) -> Bool { stride * count <= 8192 }

/// One tile, of which there may be fewer rows and columns than it has room for.
@inline(__always)
func multiplyTile(
  _ tile: Tile, _ a: MatrixView, rows: Int, panel: Panel, count: Int,
  into c: UnsafeMutablePointer<Float>, stride: Int, columns: Int, bias: UnsafePointer<Float>?,
  adding: Bool, _ workspace: Workspace
) {
  guard tile == .wide else {
    return multiplyNarrowTile(
      a, rows: rows, panel: panel, count: count, into: c, stride: stride, columns: columns,
      bias: bias, adding: adding)
  }
  multiplyWideTile(
    a.base, down: a.rowStride, step: a.columnStride, rows: rows, panel: panel.base,
    across: panel.step, count: count, into: c, stride: stride, columns: columns, bias: bias,
    adding: adding, edge: workspace.edge)
}
