/// Softmax of the first `count` values of x; y may be x. Returns ln Σ exp(x).
@inline(__always)
func softmaxRow(_ x: Input, into y: Output, count: Int) -> Float {
  var top = Vector(repeating: -.infinity)
  forEachVector(count) { at, n in top = pointwiseMax(top, load(x + at, n, fill: -.infinity)) }
  let peak = largest(top)
  var total = Vector.zero
  forEachVector(count) { at, n in
    let value = exponential(load(x + at, n) - peak)
    put(value, y + at, n)
    total += n == lanes ? value : loadTail(y + at, n)
  }
  let all = sum(total)
  forEachVector(count) { at, n in put(load(y + at, n) / all, y + at, n) }
  return peak + logarithm(all)
}

/// Probabilities of each row of logits: [rows, columns].
@inline(never)
public func softmax(_ x: Input, into y: Output, rows: Int, columns: Int) {
  for i in 0..<rows {
    _ = softmaxRow(x + i * columns, into: y + i * columns, count: columns)
  }
}

/// The sum of −ln p(target) over the rows whose target counts, and how many those are.
///
/// `probabilities` [rows, columns] is kept for the gradient.
@inline(never)
public func crossEntropy(
  _ logits: Input, targets: UnsafePointer<Int32>, ignoring: Int32?, into probabilities: Output,
  rows: Int, columns: Int
) -> (sum: Double, count: Int) {
  var total = 0.0
  var count = 0
  for i in 0..<rows {
    let row = logits + i * columns
    let log = softmaxRow(row, into: probabilities + i * columns, count: columns)
    let target = targets[i]
    if target == ignoring { continue }
    total += Double(log - row[Int(target)])
    count += 1
  }
  return (total, count)
}

/// d logits = (softmax − onehot) · factor for the rows that count, else 0.
@inline(never)
public func crossEntropyGradient(
  probabilities: Input, targets: UnsafePointer<Int32>, ignoring: Int32?, factor: Float,
  into dx: Output, rows: Int, columns: Int, accumulate: Bool
) {
  for i in 0..<rows {
    let (row, target) = (probabilities + i * columns, dx + i * columns)
    let counts = targets[i] != ignoring
    forEachVector(columns) { at, n in
      put(load(row + at, n) * (counts ? factor : 0), target + at, n, accumulate: accumulate)
    }
    if counts { target[Int(targets[i])] -= factor }
  }
}
