/// Six rows by sixteen columns of a product, held in registers while k runs.
/// A ragged tile repeats its last row instead of having a loop of its own, and stores what there is.
@inline(__always)
func multiplyTile(
  _ a: MatrixView, row: Int, height: Int, k: Int, panel: UnsafePointer<Float>, count: Int,
  into c: UnsafeMutablePointer<Float>, stride: Int, width: Int, adding: Bool
) {
  let last = height - 1
  let step = a.columnStride
  let down = a.rowStride
  var left = a.base + row * down + k * step
  let o1 = min(1, last) * down
  let o2 = min(2, last) * down
  let o3 = min(3, last) * down
  let o4 = min(4, last) * down
  let o5 = min(5, last) * down
  var r0 = Lanes.zero
  var r1 = Lanes.zero
  var r2 = Lanes.zero
  var r3 = Lanes.zero
  var r4 = Lanes.zero
  var r5 = Lanes.zero
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
    right += 64
  }
  give(r0, c, width, adding: adding)
  if height > 1 { give(r1, c + stride, width, adding: adding) }
  if height > 2 { give(r2, c + 2 * stride, width, adding: adding) }
  if height > 3 { give(r3, c + 3 * stride, width, adding: adding) }
  if height > 4 { give(r4, c + 4 * stride, width, adding: adding) }
  if height > 5 { give(r5, c + 5 * stride, width, adding: adding) }
}
