/// Sixteen columns of `b` from (row, column), `count` deep, side by side in `panel`; zeros beyond the edge.
@inline(__always)
func pack(
  _ b: MatrixView, row: Int, column: Int, into panel: UnsafeMutablePointer<Float>, count: Int,
  width: Int
) {
  let start = b.base + row * b.rowStride + column * b.columnStride
  guard b.columnStride != 1 else {
    for k in 0..<count { store(load(start + k * b.rowStride, width), panel + k * 16, 16) }
    return
  }
  let filled = min(16, width)
  for j in 0..<filled {
    let line = start + j * b.columnStride
    for k in 0..<count { panel[k * 16 + j] = line[k * b.rowStride] }
  }
  for j in filled..<16 {
    for k in 0..<count { panel[k * 16 + j] = 0 }
  }
}
