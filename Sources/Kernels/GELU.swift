import Lanes

/// y = gelu(x).
@inline(never)
public func geluForward(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int) {
  for i in stride(from: 0, to: count, by: 16) {
    let left = min(16, count - i)
    store(gelu(load(x + i, left)), y + i, left)
  }
}

/// y = gelu(x), and its slope.
@inline(never)
public func geluForward(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>,
  slope: UnsafeMutablePointer<Float>, count: Int
) {
  for i in stride(from: 0, to: count, by: 16) {
    let left = min(16, count - i)
    let made = geluWithSlope(load(x + i, left))
    store(made.value, y + i, left)
    store(made.slope, slope + i, left)
  }
}
