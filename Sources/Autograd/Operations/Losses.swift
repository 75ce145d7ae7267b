internal import Kernels

extension Tape {
  /// The mean of −ln softmax(logits)[target] over the targets that are not ignored.
  ///
  /// logits [rows, classes], one target a row; gradient (softmax − onehot) / count.
  public func crossEntropy(
    _ logits: Tensor, targets: [Int32], ignoring: Int32? = nil
  ) -> Tensor {
    let (rows, columns) = (logits.rows, logits.columns)
    precondition(targets.count == rows, "crossEntropy: \(rows) rows, \(targets.count) targets")
    precondition(
      targets.allSatisfy { $0 == ignoring || (0..<Int32(columns)).contains($0) },
      "crossEntropy: a target is outside the \(columns) classes")
    let probabilities = arena.allocate(rows * columns).start
    let (sum, count) = Kernels.crossEntropy(
      logits.start, targets: targets, ignoring: ignoring, into: probabilities, rows: rows,
      columns: columns)
    let y = output([], of: [logits])
    y.values[0] = Float(sum / Double(count))
    record("crossEntropy", y, from: [logits]) { [unowned self] dy in
      guard let dx = target(logits) else { return }
      crossEntropyGradient(
        probabilities: probabilities, targets: targets, ignoring: ignoring,
        factor: dy[0] / Float(count), into: dx.start, rows: rows, columns: columns,
        accumulate: dx.accumulate)
    }
    return y
  }

  /// The mean of squared differences; prediction and target of one shape.
  public func meanSquaredError(_ prediction: Tensor, target answer: Tensor) -> Tensor {
    precondition(
      prediction.shape == answer.shape,
      "meanSquaredError: prediction \(prediction.shape), target \(answer.shape)")
    let count = prediction.count
    let y = output([], of: [prediction, answer])
    let squares = distance(prediction.start, answer.start, count: count).squares
    y.values[0] = Float(squares / Double(count))
    record("meanSquaredError", y, from: [prediction, answer]) { [unowned self] dy in
      let factor = 2 * dy[0] / Float(count)
      for (input, sign) in [(prediction, factor), (answer, -factor)] {
        guard let dx = target(input) else { continue }
        Kernels.scale(
          prediction.start, by: sign, into: dx.start, count: count, accumulate: dx.accumulate)
        Kernels.scale(answer.start, by: -sign, into: dx.start, count: count, accumulate: true)
      }
    }
    return y
  }
}
