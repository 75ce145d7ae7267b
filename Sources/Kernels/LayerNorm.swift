/// y = (x − mean)/√(variance + 1e-5)·weight + bias, row by row of [rows, width]; the variance is the biased one.
/// `mean` and `inverse` (1/√…) receive one number a row, for the way back.
@inline(never)
public func layerNormForward(
  _ x: UnsafePointer<Float>, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
  into y: UnsafeMutablePointer<Float>, mean: UnsafeMutablePointer<Float>,
  inverse: UnsafeMutablePointer<Float>, rows: Int, width: Int
) {
  for r in 0..<rows {
    let row = x + r * width
    let center = rowSum(row, width) / Float(width)
    let spread = rowSquares(row, width, around: center) / Float(width)
    let scale = 1 / (spread + 1e-5).squareRoot()
    mean[r] = center
    inverse[r] = scale
    for i in stride(from: 0, to: width, by: 16) {
      var lanes = (load(row + i, width - i) - center) * scale * load(weight + i, width - i)
      if let bias { lanes += load(bias + i, width - i) }
      store(lanes, y + r * width + i, width - i)
    }
  }
}

/// dx = inverse·(g − mean(g) − n·mean(g·n)), with g = dy·weight and n the normalised row.
@inline(never)
public func layerNormBackward(
  _ x: UnsafePointer<Float>, weight: UnsafePointer<Float>, mean: UnsafePointer<Float>,
  inverse: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
  into dx: UnsafeMutablePointer<Float>, rows: Int, width: Int, adding: Bool
) {
  for r in 0..<rows {
    let row = x + r * width
    let slope = dy + r * width
    var sums = (plain: Lanes.zero, along: Lanes.zero)
    for i in stride(from: 0, to: width, by: 16) {
      let g = load(slope + i, width - i) * load(weight + i, width - i)
      sums.plain += g
      sums.along = fused(g, (load(row + i, width - i) - mean[r]) * inverse[r], plus: sums.along)
    }
    let plain = total(sums.plain) / Float(width)
    let along = total(sums.along) / Float(width)
    for i in stride(from: 0, to: width, by: 16) {
      let g = load(slope + i, width - i) * load(weight + i, width - i)
      let n = (load(row + i, width - i) - mean[r]) * inverse[r]
      give((g - plain - n * along) * inverse[r], dx + r * width + i, width - i, adding: adding)
    }
  }
}

/// The weight's gradient: the sum over rows of dy·n.
@inline(never)
public func layerNormWeightBackward(
  _ x: UnsafePointer<Float>, mean: UnsafePointer<Float>, inverse: UnsafePointer<Float>,
  _ dy: UnsafePointer<Float>, into dw: UnsafeMutablePointer<Float>, rows: Int, width: Int,
  adding: Bool
) {
  for i in stride(from: 0, to: width, by: 16) {
    var sums = Lanes.zero
    for r in 0..<rows {
      let n = (load(x + r * width + i, width - i) - mean[r]) * inverse[r]
      sums = fused(load(dy + r * width + i, width - i), n, plus: sums)
    }
    give(sums, dw + i, width - i, adding: adding)
  }
}

@inline(__always)
private func rowSum(_ row: UnsafePointer<Float>, _ width: Int) -> Float {
  var sums = Lanes.zero
  for i in stride(from: 0, to: width, by: 16) { sums += load(row + i, width - i) }
  return total(sums)
}

@inline(__always)
private func rowSquares(_ row: UnsafePointer<Float>, _ width: Int, around center: Float) -> Float {
  var sums = Lanes.zero
  for i in stride(from: 0, to: width, by: 16) {
    let away = load(row + i, width - i, filler: center) - center
    sums = fused(away, away, plus: sums)
  }
  return total(sums)
}
