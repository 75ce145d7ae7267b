import Kernels

extension Tape {
  /// (x − mean)/√(variance + 1e-5)·weight + bias, row by row, with the biased variance: Ba et al.,
  /// "Layer Normalization" (2016), as `torch.nn.LayerNorm` has it.
  ///
  /// - Parameters:
  ///   - x: [rows, width]; its numbers must stay as they are until backward has been through.
  ///   - weight: [width].
  ///   - bias: [width]; nil for none, as in nanoGPT.
  /// - Returns: [rows, width], in memory of its own.
  /// - Precondition: the shapes are these.
  public func layerNorm(_ x: Tensor, weight: Tensor, bias: Tensor?) -> Tensor {
    precondition(
      x.shape.count == 2 && weight.shape.count == 1 && weight.count == x.shape[1]
        && bias.map { $0.shape == weight.shape } ?? true,
      "layer norm of \(x.shape) with \(weight.shape) and \(bias?.shape ?? [])")
    let (rows, width) = (x.shape[0], x.shape[1])
    let y = output(x.shape)
    // Each row's mean, and behind them its 1/√(variance + 1e-5).
    let found = output(2, rows)
    let (mean, inverse) = (found.base, found.base + rows)
    pool.share(rows, unit: 16, multiplyAdds: 4 * x.count) { part, _ in
      let (row, start) = (part.lowerBound, part.lowerBound * width)
      layerNormForward(
        x.base + start, weight: weight.base, bias: bias?.base, into: y.base + start,
        mean: mean + row, inverse: inverse + row, rows: part.count, width: width)
    }
    return record("layer norm", y, from: x, weight, bias, keeping: Node.Kept(tensor: found)) {
      node, tape, dy in
      guard let x = node.inputs.first, let weight = node.inputs.second,
        let found = node.kept.tensor
      else { return }
      let (rows, width) = (x.shape[0], x.shape[1])
      let (mean, inverse) = (found.base, found.base + rows)
      x.collect { dx, adding in
        tape.pool.share(rows, unit: 16, multiplyAdds: 4 * x.count) { part, _ in
          let (row, start) = (part.lowerBound, part.lowerBound * width)
          layerNormBackward(
            x.base + start, weight: weight.base, mean: mean + row, inverse: inverse + row,
            dy + start, into: dx + start, rows: part.count, width: width, adding: adding)
        }
      }
      weight.collect { dw, adding in
        layerNormWeightBackward(
          x.base, mean: mean, inverse: inverse, dy, into: dw, rows: rows, width: width,
          adding: adding)
      }
      node.inputs.third?.collect { db, adding in
        sumRows(dy, into: db, rows: rows, width: width, adding: adding)
      }
    }
  }
}
