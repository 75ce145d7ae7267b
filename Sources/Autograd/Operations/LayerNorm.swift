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
      x.shape.count == 2 && weight.shape == [x.shape[1]]
        && bias.map { $0.shape == weight.shape } ?? true,
      "layer norm of \(x.shape) with \(weight.shape) and \(bias?.shape ?? [])")
    let (rows, width) = (x.shape[0], x.shape[1])
    let y = output(x.shape)
    let (mean, inverse) = (output([rows]).base, output([rows]).base)
    let work = 4 * x.count
    pool.share(rows, unit: 16, multiplyAdds: work) { part, _ in
      let (row, start) = (part.lowerBound, part.lowerBound * width)
      layerNormForward(
        x.base + start, weight: weight.base, bias: bias?.base, into: y.base + start,
        mean: mean + row, inverse: inverse + row, rows: part.count, width: width)
    }
    return record("layer norm", y, from: x, weight, bias) { [pool] _, _, dy in
      x.collect { dx, adding in
        pool.share(rows, unit: 16, multiplyAdds: work) { part, _ in
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
      bias?.collect { db, adding in
        sumRows(dy, into: db, rows: rows, width: width, adding: adding)
      }
    }
  }
}
