import Lanes

/// p += factor·(g + decay·p): plain gradient descent, with factor −lr. `old` receives p as it was.
@discardableResult @inline(never)
public func gradientDescentUpdate(
  _ p: UnsafeMutablePointer<Float>, gradient g: UnsafePointer<Float>,
  old: UnsafeMutablePointer<Float>, by factor: Float, decay: Float, count: Int
) -> Movement {
  var movements = Movements()
  inSixteens(count) { i, left in
    let before = load(p + i, left)
    let slope = fused(before, Lanes(repeating: decay), plus: load(g + i, left))
    let after = fused(slope, Lanes(repeating: factor), plus: before)
    store(before, old + i, left)
    store(after, p + i, left)
    movements.add(from: before, to: after)
  }
  return movements.total
}
