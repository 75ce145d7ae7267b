/// A matrix in memory: where it begins and how far apart its rows and columns are.
public struct MatrixView {
  public var start: Input
  public var rowStride: Int
  public var columnStride: Int

  public init(_ start: Input, rowStride: Int, columnStride: Int = 1) {
    self.start = start
    self.rowStride = rowStride
    self.columnStride = columnStride
  }
}

private let tileRows = 6
private let blockDepth = 256

/// C = A · B, or C += A · B: [rows, columns] from [rows, depth] and [depth, columns].
///
/// Any strides of A and B, so transposes cost nothing; C's rows are contiguous.
@inline(never)
public func multiply(
  _ a: MatrixView, _ b: MatrixView, into c: Output, rowStride: Int, rows: Int, depth: Int,
  columns: Int, accumulate: Bool
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: blockDepth * lanes) { buffer in
    guard let panel = buffer.baseAddress else { return }
    var k = 0
    while k < depth {
      let block = min(blockDepth, depth - k)
      var j = 0
      while j < columns {
        let width = min(lanes, columns - j)
        pack(b, row: k, column: j, depth: block, width: width, into: panel)
        multiplyPanel(
          a.start + k * a.columnStride, a, panel, c + j, rowStride, rows, block, width,
          accumulate || k > 0)
        j += lanes
      }
      k += block
    }
  }
}

/// Copies sixteen columns of B row by row, with zeros where there are fewer.
@inline(__always)
private func pack(
  _ b: MatrixView, row: Int, column: Int, depth: Int, width: Int, into panel: Output
) {
  let first = b.start + row * b.rowStride + column * b.columnStride
  for k in 0..<depth {
    let source = first + k * b.rowStride
    let target = panel + k * lanes
    if b.columnStride == 1 {
      store(load(source, width), target)
    } else {
      for j in 0..<lanes { target[j] = j < width ? source[j * b.columnStride] : 0 }
    }
  }
}

@inline(__always)
private func multiplyPanel(
  _ a: Input, _ view: MatrixView, _ panel: Input, _ c: Output, _ rowStride: Int, _ rows: Int,
  _ depth: Int, _ width: Int, _ accumulate: Bool
) {
  var i = 0
  while i < rows {
    let count = min(tileRows, rows - i)
    let tile = multiplyTile(
      a + i * view.rowStride, count, view.rowStride, view.columnStride, panel, depth)
    let target = c + i * rowStride
    put(tile.0, target, width, accumulate: accumulate)
    if count > 1 { put(tile.1, target + rowStride, width, accumulate: accumulate) }
    if count > 2 { put(tile.2, target + 2 * rowStride, width, accumulate: accumulate) }
    if count > 3 { put(tile.3, target + 3 * rowStride, width, accumulate: accumulate) }
    if count > 4 { put(tile.4, target + 4 * rowStride, width, accumulate: accumulate) }
    if count > 5 { put(tile.5, target + 5 * rowStride, width, accumulate: accumulate) }
    i += tileRows
  }
}

private typealias Tile = (Vector, Vector, Vector, Vector, Vector, Vector)

/// Six rows of A times a packed panel, in twelve registers; missing rows repeat the last one.
@inline(__always)
private func multiplyTile(
  _ a: Input, _ count: Int, _ rowStride: Int, _ step: Int, _ panel: Input, _ depth: Int
) -> Tile {
  let a1 = a + min(1, count - 1) * rowStride
  let a2 = a + min(2, count - 1) * rowStride
  let a3 = a + min(3, count - 1) * rowStride
  let a4 = a + min(4, count - 1) * rowStride
  let a5 = a + min(5, count - 1) * rowStride
  var t0 = Vector.zero
  var t1 = Vector.zero
  var t2 = Vector.zero
  var t3 = Vector.zero
  var t4 = Vector.zero
  var t5 = Vector.zero
  var offset = 0
  for k in 0..<depth {
    let b = load(panel + k * lanes)
    t0 = multiplyAdd(Vector(repeating: a[offset]), b, t0)
    t1 = multiplyAdd(Vector(repeating: a1[offset]), b, t1)
    t2 = multiplyAdd(Vector(repeating: a2[offset]), b, t2)
    t3 = multiplyAdd(Vector(repeating: a3[offset]), b, t3)
    t4 = multiplyAdd(Vector(repeating: a4[offset]), b, t4)
    t5 = multiplyAdd(Vector(repeating: a5[offset]), b, t5)
    offset += step
  }
  return (t0, t1, t2, t3, t4, t5)
}
