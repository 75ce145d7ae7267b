import Lanes

/// e to the power of each of `count` numbers.
@inline(never)
public func exponentials(
  of x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int
) {
  for i in stride(from: 0, to: count, by: 16) {
    let left = min(16, count - i)
    store(exponential(load(x + i, left)), y + i, left)
  }
}
