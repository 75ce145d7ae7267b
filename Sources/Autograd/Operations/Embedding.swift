internal import Kernels

extension Tape {
  /// Row i is the table's row for token i: table [vocabulary, width] gives [tokens, width].
  public func embedding(_ tokens: [Int32], table: Tensor) -> Tensor {
    check(tokens, table)
    let width = table.columns
    let y = output([tokens.count, width], of: [table])
    gather(tokens, table: table.start, into: y.values.start, count: tokens.count, width: width)
    record("embedding", y, from: [table]) { [unowned self] dy in
      if let target = zeroedTarget(table) {
        scatterAdd(dy, tokens: tokens, into: target, count: tokens.count, width: width)
      }
    }
    return y
  }

  /// Token and position together: row i is table[token i] + positions[i mod context].
  public func embedding(
    _ tokens: [Int32], table: Tensor, positions: Tensor, context: Int
  ) -> Tensor {
    check(tokens, table)
    let width = table.columns
    precondition(
      context > 0 && tokens.count % context == 0 && positions.columns == width
        && positions.rows >= context,
      "embedding: \(tokens.count) tokens, context \(context), positions \(positions.shape)")
    let y = output([tokens.count, width], of: [table, positions])
    let block = context * width
    gather(tokens, table: table.start, into: y.values.start, count: tokens.count, width: width)
    for first in stride(from: 0, to: tokens.count, by: context) {
      copy(
        positions.start, to: y.values.start + first * width, count: block, accumulate: true)
    }
    record("embedding", y, from: [table, positions]) { [unowned self] dy in
      if let target = zeroedTarget(table) {
        scatterAdd(dy, tokens: tokens, into: target, count: tokens.count, width: width)
      }
      if let target = zeroedTarget(positions) {
        for first in stride(from: 0, to: tokens.count, by: context) {
          copy(dy + first * width, to: target, count: block, accumulate: true)
        }
      }
    }
    return y
  }

  /// Scattered rows can only be added, so the first writer begins from zeros.
  private func zeroedTarget(_ tensor: Tensor) -> UnsafeMutablePointer<Float>? {
    guard let place = target(tensor) else { return nil }
    if !place.accumulate { place.start.update(repeating: 0, count: tensor.count) }
    return place.start
  }

  private func check(_ tokens: [Int32], _ table: Tensor) {
    precondition(
      tokens.allSatisfy { (0..<Int32(table.rows)).contains($0) },
      "embedding: a token is outside the table of \(table.rows) rows")
  }
}
