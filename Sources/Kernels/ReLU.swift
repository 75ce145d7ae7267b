/// y = max(x, 0); NaN stays NaN.
@inline(never)
public func reluForward(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int) {
  for i in stride(from: 0, to: count, by: 16) {
    let lanes = load(x + i, count - i)
    store(lanes.replacing(with: 0, where: lanes .< 0), y + i, count - i)
  }
}

/// dx = dy where y > 0, else 0.
@inline(never)
public func reluBackward(
  output y: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>,
  count: Int, adding: Bool
) {
  for i in stride(from: 0, to: count, by: 16) {
    let passed = load(dy + i, count - i).replacing(with: 0, where: load(y + i, count - i) .<= 0)
    give(passed, dx + i, count - i, adding: adding)
  }
}
