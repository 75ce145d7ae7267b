import Lanes

/// e to the power of each of `count` numbers.
@inline(never)
public func exponentials(
  of x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, count: Int
) {
  inSixteens(count) { i, left in
    store(exponential(load(x + i, left)), y + i, left)
  }
}
