import Lanes

/// y = tanh x.
@inline(never)
public func tanhForward(_ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int) {
  for i in stride(from: 0, to: count, by: 16) {
    let left = min(16, count - i)
    store(hyperbolicTangent(load(x + i, left)), y + i, left)
  }
}

/// dx = (1 − y²)·dy.
@inline(never)
public func tanhBackward(
  output y: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>,
  count: Int, adding: Bool
) {
  inSixteens(count) { i, left in
    let out = load(y + i, left)
    give((1 - out * out) * load(dy + i, left), dx + i, left, adding: adding)
  }
}
