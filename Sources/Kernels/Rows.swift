import Lanes

/// The sum of the rows of `x` [rows, width], into or onto `y` [width].
@inline(never)
public func sumRows(
  _ x: UnsafePointer<Float>, into y: UnsafeMutablePointer<Float>, rows: Int, width: Int,
  adding: Bool
) {
  inSixteens(width) { i, left in
    var sums = Lanes.zero
    for r in 0..<rows { sums += load(x + r * width + i, left) }
    give(sums, y + i, left, adding: adding)
  }
}
