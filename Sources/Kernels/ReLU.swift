import Lanes

/// y = max(x, 0); NaN stays NaN.
@inline(never)
public func reluForward(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int) {
  inSixteens(count) { i, left in
    let lanes = load(x + i, left)
    store(lanes.replacing(with: 0, where: lanes .< 0), y + i, left)
  }
}

/// dx = dy where y > 0, else 0.
@inline(never)
public func reluBackward(
  output y: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>,
  count: Int, adding: Bool
) {
  inSixteens(count) { i, left in
    let passed = load(dy + i, left).replacing(with: 0, where: load(y + i, left) .<= 0)
    give(passed, dx + i, left, adding: adding)
  }
}
