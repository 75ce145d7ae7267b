internal import Kernels

extension Tape {
  /// (x − mean) / √(variance + 1e-5) · weight + bias over the last dimension, biased variance.
  public func layerNorm(_ x: Tensor, weight: Tensor, bias: Tensor? = nil) -> Tensor {
    let (rows, columns) = (x.rows, x.columns)
    precondition(
      weight.shape == [columns] && (bias.map { $0.shape == [columns] } ?? true),
      "layerNorm: input \(x.shape), weight \(weight.shape); expected [\(columns)]")
    let inputs = [x, weight] + (bias.map { [$0] } ?? [])
    let y = output(x.shape, of: inputs)
    let mean = arena.allocate(rows).start
    let inverse = arena.allocate(rows).start
    Kernels.layerNorm(
      x.start, weight: weight.start, bias: bias?.start, into: y.values.start, mean: mean,
      inverse: inverse, rows: rows, columns: columns, eps: 1e-5)
    record("layerNorm", y, from: inputs) { [unowned self] dy in
      if let dx = target(x) {
        layerNormGradient(
          dy, input: x.start, weight: weight.start, mean: mean, inverse: inverse,
          into: dx.start, rows: rows, columns: columns, accumulate: dx.accumulate)
      }
      if let dw = target(weight) {
        layerNormWeightGradient(
          dy, input: x.start, mean: mean, inverse: inverse, into: dw.start, rows: rows,
          columns: columns, accumulate: dw.accumulate)
      }
      if let bias, let db = target(bias) {
        sumRows(dy, into: db.start, rows: rows, columns: columns, accumulate: db.accumulate)
      }
    }
    return y
  }
}
