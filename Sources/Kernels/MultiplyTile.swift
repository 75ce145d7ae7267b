import Lanes

/// `Tile.narrow` of a product, held in registers while k runs; `bias` is added to each row of it.
/// A ragged tile repeats its last row instead of having a loop of its own, and stores what there is.
@inline(__always)
func multiplyNarrowTile(
  _ a: MatrixView, rows: Int, panel: Panel, count: Int, into c: UnsafeMutablePointer<Float>,
  stride: Int, columns: Int, bias: UnsafePointer<Float>?, adding: Bool
) {
  let (last, down, step) = (rows - 1, a.rowStride, a.columnStride)
  let (o1, o2, o3) = (min(1, last) * down, min(2, last) * down, min(3, last) * down)
  let (o4, o5) = (min(4, last) * down, min(5, last) * down)
  var (r0, r1, r2) = (Lanes.zero, Lanes.zero, Lanes.zero)
  var (r3, r4, r5) = (Lanes.zero, Lanes.zero, Lanes.zero)
  var left = a.base
  var right = panel.base
  for _ in 0..<count {
    let lanes = load(right, 16)
    r0 = fused(Lanes(repeating: left[0]), lanes, plus: r0)
    r1 = fused(Lanes(repeating: left[o1]), lanes, plus: r1)
    r2 = fused(Lanes(repeating: left[o2]), lanes, plus: r2)
    r3 = fused(Lanes(repeating: left[o3]), lanes, plus: r3)
    r4 = fused(Lanes(repeating: left[o4]), lanes, plus: r4)
    r5 = fused(Lanes(repeating: left[o5]), lanes, plus: r5)
    left += step
    right += panel.step
  }
  // A sum that began at 0 is never -0, so that adding 0 leaves its bits.
  let bias = bias.map { load($0, columns) } ?? .zero
  give(r0, bias, c, columns, adding: adding)
  if rows > 1 { give(r1, bias, c + stride, columns, adding: adding) }
  if rows > 2 { give(r2, bias, c + 2 * stride, columns, adding: adding) }
  if rows > 3 { give(r3, bias, c + 3 * stride, columns, adding: adding) }
  if rows > 4 { give(r4, bias, c + 4 * stride, columns, adding: adding) }
  if rows > 5 { give(r5, bias, c + 5 * stride, columns, adding: adding) }
}

/// Some columns of the right matrix: the numbers of each k side by side, those of the next `step` on.
struct Panel {
  let base: UnsafePointer<Float>
  let step: Int

  @inline(__always)
  func from(k: Int) -> Panel { Panel(base: base + k * step, step: step) }
}
