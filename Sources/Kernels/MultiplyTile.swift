import Lanes

/// `Tile.narrow` of a product, held in registers while k runs.
/// A ragged tile repeats its last row instead of having a loop of its own, and stores what there is.
@inline(__always)
func multiplyNarrowTile(
  _ a: MatrixView, rows: Int, panel: UnsafePointer<Float>, count: Int,
  into c: UnsafeMutablePointer<Float>, stride: Int, columns: Int, adding: Bool
) {
  let (last, down, step) = (rows - 1, a.rowStride, a.columnStride)
  let (o1, o2, o3) = (min(1, last) * down, min(2, last) * down, min(3, last) * down)
  let (o4, o5) = (min(4, last) * down, min(5, last) * down)
  var (r0, r1, r2) = (Lanes.zero, Lanes.zero, Lanes.zero)
  var (r3, r4, r5) = (Lanes.zero, Lanes.zero, Lanes.zero)
  var left = a.base
  var right = UnsafeRawPointer(panel)
  for _ in 0..<count {
    let lanes = right.load(as: Lanes.self)
    r0 = fused(Lanes(repeating: left[0]), lanes, plus: r0)
    r1 = fused(Lanes(repeating: left[o1]), lanes, plus: r1)
    r2 = fused(Lanes(repeating: left[o2]), lanes, plus: r2)
    r3 = fused(Lanes(repeating: left[o3]), lanes, plus: r3)
    r4 = fused(Lanes(repeating: left[o4]), lanes, plus: r4)
    r5 = fused(Lanes(repeating: left[o5]), lanes, plus: r5)
    left += step
    right += MemoryLayout<Lanes>.size
  }
  give(r0, c, columns, adding: adding)
  if rows > 1 { give(r1, c + stride, columns, adding: adding) }
  if rows > 2 { give(r2, c + 2 * stride, columns, adding: adding) }
  if rows > 3 { give(r3, c + 3 * stride, columns, adding: adding) }
  if rows > 4 { give(r4, c + 4 * stride, columns, adding: adding) }
  if rows > 5 { give(r5, c + 5 * stride, columns, adding: adding) }
}
