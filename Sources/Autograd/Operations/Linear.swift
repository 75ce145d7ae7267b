import Kernels

extension Tape {
  /// y = x·Wᵀ + b: x [rows, in], W [out, in], b [out], y [rows, out].
  public func linear(_ x: Tensor, weight: Tensor, bias: Tensor?) -> Tensor {
    precondition(
      x.shape.count == 2 && weight.shape.count == 2 && x.shape[1] == weight.shape[1],
      "linear of x \(x.shape) with a weight \(weight.shape)")
    let (rows, width, outputs) = (x.shape[0], x.shape[1], weight.shape[0])
    precondition(
      bias.map { $0.shape == [outputs] } ?? true,
      "a bias of shape \(bias?.shape ?? []) for \(outputs) outputs")
    let y = output([rows, outputs])
    multiplyAdds += rows * width * outputs
    if let bias { repeatRow(bias.base, into: y.base, rows: rows, width: outputs) }
    multiply(
      MatrixView(x.base, rowStride: width),
      MatrixView(weight.base, rowStride: 1, columnStride: width),
      into: y.base, stride: outputs, rows: rows, columns: outputs, depth: width,
      adding: bias != nil, in: workspace)
    return record("linear", [x, weight] + (bias.map { [$0] } ?? []), y) { [workspace] dy in
      x.collect { dx, adding in
        multiply(
          MatrixView(dy, rowStride: outputs), MatrixView(weight.base, rowStride: width),
          into: dx, stride: width, rows: rows, columns: width, depth: outputs, adding: adding,
          in: workspace)
      }
      weight.collect { dw, adding in
        multiply(
          MatrixView(dy, rowStride: 1, columnStride: outputs), MatrixView(x.base, rowStride: width),
          into: dw, stride: width, rows: outputs, columns: width, depth: rows, adding: adding,
          in: workspace)
      }
      bias?.collect { db, adding in
        sumRows(dy, into: db, rows: rows, width: outputs, adding: adding)
      }
    }
  }
}
