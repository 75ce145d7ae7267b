/// y = (x − mean) / √(variance + eps) · weight + bias, row by row: [rows, columns].
///
/// `mean` and `inverse` (1 / standard deviation) keep one value a row for the gradient.
@inline(never)
public func layerNorm(
  _ x: Input, weight: Input, bias: Input?, into y: Output, mean: Output, inverse: Output,
  rows: Int, columns: Int, eps: Float
) {
  for i in 0..<rows {
    let (row, target) = (x + i * columns, y + i * columns)
    let (center, scale) = moments(of: row, columns, eps)
    mean[i] = center
    inverse[i] = scale
    forEachVector(columns) { at, n in
      var value = (load(row + at, n) - center) * scale * load(weight + at, n)
      if let bias { value += load(bias + at, n) }
      put(value, target + at, n)
    }
  }
}

@inline(__always)
private func moments(of row: Input, _ columns: Int, _ eps: Float) -> (Float, Float) {
  var total = Vector.zero
  forEachVector(columns) { at, n in total += load(row + at, n) }
  let mean = sum(total) / Float(columns)
  var squares = Vector.zero
  forEachVector(columns) { at, n in
    let distance = load(row + at, n, fill: mean) - mean
    squares = multiplyAdd(distance, distance, squares)
  }
  let variance = sum(squares) / Float(columns)
  return (mean, 1 / (variance + eps).squareRoot())
}

/// dx of a layer norm: (dŷ − mean(dŷ) − x̂ · mean(dŷ · x̂)) / std with dŷ = dy · weight.
@inline(never)
public func layerNormGradient(
  _ dy: Input, input x: Input, weight: Input, mean: Input, inverse: Input, into dx: Output,
  rows: Int, columns: Int, accumulate: Bool
) {
  for i in 0..<rows {
    let (row, slope, target) = (x + i * columns, dy + i * columns, dx + i * columns)
    let (center, scale) = (mean[i], inverse[i])
    var plain = Vector.zero
    var aligned = Vector.zero
    forEachVector(columns) { at, n in
      let d = load(slope + at, n) * load(weight + at, n)
      plain += d
      aligned = multiplyAdd(d, (load(row + at, n) - center) * scale, aligned)
    }
    let plainMean = sum(plain) / Float(columns)
    let alignedMean = sum(aligned) / Float(columns)
    forEachVector(columns) { at, n in
      let d = load(slope + at, n) * load(weight + at, n)
      let unit = (load(row + at, n) - center) * scale
      put((d - plainMean - unit * alignedMean) * scale, target + at, n, accumulate: accumulate)
    }
  }
}

/// The gradients of a layer norm's weight (Σ dy · x̂).
@inline(never)
public func layerNormWeightGradient(
  _ dy: Input, input x: Input, mean: Input, inverse: Input, into dw: Output, rows: Int,
  columns: Int, accumulate: Bool
) {
  forEachVector(columns) { at, n in
    var total = Vector.zero
    for i in 0..<rows {
      let unit = (load(x + i * columns + at, n) - mean[i]) * inverse[i]
      total = multiplyAdd(load(dy + i * columns + at, n), unit, total)
    }
    put(total, dw + at, n, accumulate: accumulate)
  }
}
