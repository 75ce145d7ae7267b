import Lanes

/// The first `columns` columns of `b`, `count` deep, in a panel of `width`: the lanes of row k side by
/// side, zeros beyond the edge.
@inline(__always)
func pack(
  _ b: MatrixView, into panel: UnsafeMutablePointer<Float>, count: Int, columns: Int, by width: Int
) {
  for part in stride(from: 0, to: width, by: 16) {
    let left = min(max(columns - part, 0), 16)
    let target = panel + part
    let source = b.from(row: 0, column: part)
    if left == 0 {
      for k in 0..<count { store(.zero, target + k * width, 16) }
    } else if b.columnStride == 1 {
      packRows(source, into: target, count: count, columns: left, by: width)
    } else {
      packColumns(source, into: target, count: count, columns: left, by: width)
    }
  }
}

/// Sixteen columns that lie side by side already.
@inline(__always)
private func packRows(
  _ b: MatrixView, into target: UnsafeMutablePointer<Float>, count: Int, columns: Int,
  by width: Int
) {
  for k in 0..<count { copy(b.base + k * b.rowStride, target + k * width, columns) }
}

/// Sixteen columns whose numbers lie one below the other: a square of eight is turned at a time.
@inline(never)
private func packColumns(
  _ b: MatrixView, into target: UnsafeMutablePointer<Float>, count: Int, columns: Int,
  by width: Int
) {
  // A few numbers are put in their places one by one in less time than a square is turned.
  if count < 8 || count * columns <= 32 {
    for k in 0..<count {
      store(.zero, target + k * width, 16)
      for j in 0..<columns { target[k * width + j] = b.base[k + j * b.columnStride] }
    }
    return
  }
  for column in stride(from: 0, to: 16, by: 8) {
    let source = b.base + column * b.columnStride
    for k in stride(from: 0, to: count, by: 8) {
      // The last square may share rows with the one before, so that all are whole.
      let k = min(k, count - 8)
      var square = Square(source + k, stride: b.columnStride, rows: columns - column)
      square.turn()
      square.store(target + k * width + column, stride: width)
    }
  }
}

/// `rows` rows of `a`, `count` deep, in panels of `height` rows: in each the numbers of column k side
/// by side. For columns whose numbers lie side by side already, as in a transpose.
@inline(__always)
func packLeft(
  _ a: MatrixView, into panels: UnsafeMutablePointer<Float>, rows: Int, count: Int, by height: Int
) {
  for row in stride(from: 0, to: rows, by: height) {
    let (source, target) = (a.base + row, panels + row * count)
    switch min(height, rows - row) {
    case 8: packLeft(source, a.columnStride, target, rows: 8, count: count, height)
    case 6: packLeft(source, a.columnStride, target, rows: 6, count: count, height)
    case let rows: packLeft(source, a.columnStride, target, rows: rows, count: count, height)
    }
  }
}

/// Inlined with a known number of rows, a copy is a move or two.
@inline(__always)
private func packLeft(
  _ source: UnsafePointer<Float>, _ stride: Int, _ target: UnsafeMutablePointer<Float>,
  rows: Int, count: Int, _ height: Int
) {
  for k in 0..<count { (target + k * height).update(from: source + k * stride, count: rows) }
}
