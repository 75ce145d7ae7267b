internal import Kernels

extension Tape {
  /// y = x · Wᵀ + b: x [rows…, in], W [out, in], b [out] gives [rows…, out].
  public func linear(_ x: Tensor, weight: Tensor, bias: Tensor? = nil) -> Tensor {
    let (rows, inputs) = (x.rows, x.columns)
    precondition(
      weight.shape.count == 2 && weight.shape[1] == inputs,
      "linear: input \(x.shape), weight \(weight.shape); the weight must be [out, \(inputs)]")
    let outputs = weight.shape[0]
    precondition(
      bias.map { $0.shape == [outputs] } ?? true,
      "linear: bias \(bias?.shape ?? []), expected [\(outputs)]")
    let y = output(x.shape.dropLast() + [outputs], of: [x, weight] + (bias.map { [$0] } ?? []))
    multiply(
      MatrixView(x.start, rowStride: inputs),
      MatrixView(weight.start, rowStride: 1, columnStride: inputs), into: y.values.start,
      rowStride: outputs, rows: rows, depth: inputs, columns: outputs, accumulate: false)
    if let bias { addRow(bias.start, to: y.values.start, rows: rows, columns: outputs) }
    record("linear", y, from: [x, weight] + (bias.map { [$0] } ?? [])) { [unowned self] dy in
      if let dx = target(x) {
        multiply(
          MatrixView(dy, rowStride: outputs), MatrixView(weight.start, rowStride: inputs),
          into: dx.start, rowStride: inputs, rows: rows, depth: outputs, columns: inputs,
          accumulate: dx.accumulate)
      }
      if let dw = target(weight) {
        multiply(
          MatrixView(dy, rowStride: 1, columnStride: outputs),
          MatrixView(x.start, rowStride: inputs), into: dw.start, rowStride: inputs,
          rows: outputs, depth: rows, columns: inputs, accumulate: dw.accumulate)
      }
      if let bias, let db = target(bias) {
        sumRows(dy, into: db.start, rows: rows, columns: outputs, accumulate: db.accumulate)
      }
    }
    return y
  }
}
