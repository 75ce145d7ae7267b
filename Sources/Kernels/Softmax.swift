import Lanes

/// y = softmax(scale·x) of one row; y may be x. Gives ln Σ e^(scale·x − peak) and the peak, scale·max.
@inline(__always)
func softmaxRow(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int, scale: Float
) -> (peak: Float, sum: Float) {
  var tops = Lanes(repeating: -.infinity)
  inSixteens(count) { i, left in
    tops = larger(tops, load(x + i, left, filler: -.infinity))
  }
  let peak = largest(tops) * scale
  var sums = Lanes.zero
  for i in stride(from: 0, to: count, by: 16) {
    let left = min(16, count - i)
    let lanes = exponential(load(x + i, left, filler: -.infinity) * scale - peak)
    sums += lanes
    store(lanes, y + i, left)
  }
  let sum = total(sums)
  let share = 1 / sum
  inSixteens(count) { i, left in
    store(load(y + i, left) * share, y + i, left)
  }
  return (peak, sum)
}
