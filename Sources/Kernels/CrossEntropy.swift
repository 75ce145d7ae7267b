import Platform

/// The mean over the rows whose target is not `ignored` of −ln softmax(logits)[target].
/// `slope` [rows, width] receives (softmax − onehot)/counted, and zeros in ignored rows.
@inline(never)
public func crossEntropyForward(
  _ logits: UnsafePointer<Float>, targets: UnsafePointer<Int32>, ignored: Int32?,
  slope: UnsafeMutablePointer<Float>, rows: Int, width: Int, counted: Int
) -> Float {
  var losses = 0.0
  let share = 1 / Float(counted)
  for r in 0..<rows {
    let row = slope + r * width
    guard targets[r] != ignored else {
      row.update(repeating: 0, count: width)
      continue
    }
    let target = Int(targets[r])
    let (peak, sum) = softmaxRow(logits + r * width, row, count: width, scale: 1)
    losses += log(Double(sum)) + Double(peak) - Double(logits[r * width + target])
    row[target] -= 1
    scaled(row, by: share, row, count: width, adding: false)
  }
  return Float(losses / Double(counted))
}
