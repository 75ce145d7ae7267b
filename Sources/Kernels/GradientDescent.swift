/// p += factor·(g + decay·p): plain gradient descent, with factor −lr.
@inline(never)
public func gradientDescentUpdate(
  _ p: UnsafeMutablePointer<Float>, gradient g: UnsafePointer<Float>, by factor: Float,
  decay: Float, count: Int
) {
  for i in stride(from: 0, to: count, by: 16) {
    let old = load(p + i, count - i)
    let slope = fused(old, Lanes(repeating: decay), plus: load(g + i, count - i))
    store(fused(slope, Lanes(repeating: factor), plus: old), p + i, count - i)
  }
}
