/// y = softmax(scale·x) of one row; y may be x. Gives ln Σ e^(scale·x − peak) and the peak, scale·max.
@inline(__always)
func softmaxRow(
  _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, count: Int, scale: Float
) -> (peak: Float, sum: Float) {
  var tops = Lanes(repeating: -.infinity)
  for i in stride(from: 0, to: count, by: 16) {
    tops = larger(tops, load(x + i, count - i, filler: -.infinity))
  }
  let peak = largest(tops) * scale
  var sums = Lanes.zero
  for i in stride(from: 0, to: count, by: 16) {
    let lanes = exponential(load(x + i, count - i, filler: -.infinity) * scale - peak)
    sums += lanes
    store(lanes, y + i, count - i)
  }
  let sum = total(sums)
  let share = 1 / sum
  for i in stride(from: 0, to: count, by: 16) {
    store(load(y + i, count - i) * share, y + i, count - i)
  }
  return (peak, sum)
}
