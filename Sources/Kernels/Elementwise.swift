/// y = a + b.
@inline(never)
public func sum(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int
) {
  for i in stride(from: 0, to: count, by: 16) {
    store(load(a + i, count - i) + load(b + i, count - i), y + i, count - i)
  }
}

/// y = factor·x, or y += factor·x.
@inline(never)
public func scaled(
  _ x: UnsafePointer<Float>, by factor: Float, _ y: UnsafeMutablePointer<Float>, count: Int,
  adding: Bool
) {
  for i in stride(from: 0, to: count, by: 16) {
    give(load(x + i, count - i) * factor, y + i, count - i, adding: adding)
  }
}

/// y = a·b, or y += a·b, number by number.
@inline(never)
public func product(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>,
  count: Int, adding: Bool
) {
  for i in stride(from: 0, to: count, by: 16) {
    give(load(a + i, count - i) * load(b + i, count - i), y + i, count - i, adding: adding)
  }
}

/// y = factor·(a − b), or y += factor·(a − b).
@inline(never)
public func difference(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, by factor: Float,
  _ y: UnsafeMutablePointer<Float>, count: Int, adding: Bool
) {
  for i in stride(from: 0, to: count, by: 16) {
    let lanes = (load(a + i, count - i) - load(b + i, count - i)) * factor
    give(lanes, y + i, count - i, adding: adding)
  }
}

/// y = x, or y += x.
@inline(never)
public func copied(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int, adding: Bool
) {
  for i in stride(from: 0, to: count, by: 16) {
    give(load(x + i, count - i), y + i, count - i, adding: adding)
  }
}
