import Lanes

/// y = a + b.
@inline(never)
public func sum(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int
) {
  inSixteens(count) { i, left in
    store(load(a + i, left) + load(b + i, left), y + i, left)
  }
}

/// y = factor·x, or y += factor·x.
@inline(never)
public func scaled(
  _ x: UnsafePointer<Float>, by factor: Float, _ y: UnsafeMutablePointer<Float>, count: Int,
  adding: Bool
) {
  inSixteens(count) { i, left in
    give(load(x + i, left) * factor, y + i, left, adding: adding)
  }
}

/// y = a·b, or y += a·b, number by number.
@inline(never)
public func product(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>,
  count: Int, adding: Bool
) {
  inSixteens(count) { i, left in
    give(load(a + i, left) * load(b + i, left), y + i, left, adding: adding)
  }
}

/// y = factor·(a − b), or y += factor·(a − b).
@inline(never)
public func difference(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, by factor: Float,
  _ y: UnsafeMutablePointer<Float>, count: Int, adding: Bool
) {
  inSixteens(count) { i, left in
    let lanes = (load(a + i, left) - load(b + i, left)) * factor
    give(lanes, y + i, left, adding: adding)
  }
}

/// y = x, or y += x.
@inline(never)
public func copied(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int, adding: Bool
) {
  inSixteens(count) { i, left in
    give(load(x + i, left), y + i, left, adding: adding)
  }
}
