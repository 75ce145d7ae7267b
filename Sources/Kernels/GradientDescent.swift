import Lanes

/// p += factor·(g + decay·p): plain gradient descent, with factor −lr.
@inline(never)
public func gradientDescentUpdate(
  _ p: UnsafeMutablePointer<Float>, gradient g: UnsafePointer<Float>, by factor: Float,
  decay: Float, count: Int
) {
  inSixteens(count) { i, left in
    let old = load(p + i, left)
    let slope = fused(old, Lanes(repeating: decay), plus: load(g + i, left))
    store(fused(slope, Lanes(repeating: factor), plus: old), p + i, left)
  }
}
