import Lanes

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
    inSixteens(width) { i, left in
      var lanes = (load(row + i, left) - center) * scale * load(weight + i, left)
      if let bias { lanes += load(bias + i, left) }
      store(lanes, y + r * width + i, left)
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
    inSixteens(width) { i, left in
      let g = load(slope + i, left) * load(weight + i, left)
      sums.plain += g
      sums.along = fused(g, (load(row + i, left) - mean[r]) * inverse[r], plus: sums.along)
    }
    let plain = total(sums.plain) / Float(width)
    let along = total(sums.along) / Float(width)
    inSixteens(width) { i, left in
      let g = load(slope + i, left) * load(weight + i, left)
      let n = (load(row + i, left) - mean[r]) * inverse[r]
      give((g - plain - n * along) * inverse[r], dx + r * width + i, left, adding: adding)
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
  inSixteens(width) { i, left in
    var sums = Lanes.zero
    for r in 0..<rows {
      let n = (load(x + r * width + i, left) - mean[r]) * inverse[r]
      sums = fused(load(dy + r * width + i, left), n, plus: sums)
    }
    give(sums, dw + i, left, adding: adding)
  }
}

@inline(__always)
private func rowSum(_ row: UnsafePointer<Float>, _ width: Int) -> Float {
  var sums = Lanes.zero
  inSixteens(width) { i, left in sums += load(row + i, left) }
  return total(sums)
}

@inline(__always)
private func rowSquares(_ row: UnsafePointer<Float>, _ width: Int, around center: Float) -> Float {
  var sums = Lanes.zero
  inSixteens(width) { i, left in
    let away = load(row + i, left, filler: center) - center
    sums = fused(away, away, plus: sums)
  }
  return total(sums)
}
