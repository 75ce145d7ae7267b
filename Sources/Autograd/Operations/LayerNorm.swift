import Kernels

extension Tape {
  /// Each row to mean 0 and (biased) variance 1, eps 1e-5, then ·weight + bias: x [rows, width], both [width].
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
    return record("layer norm", bias.map { [x, weight, $0] } ?? [x, weight], y) { [pool] dy in
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
