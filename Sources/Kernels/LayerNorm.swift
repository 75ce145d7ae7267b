import Lanes

/// y = (x − mean)/√(variance + 1e-5)·weight + bias, row by row of [rows, width]; the variance is the biased one.
/// `mean` and `inverse` (1/√…) receive one number a row, for the way back; weight and bias have `width`.
@inline(never)
public func layerNormForward(
  _ x: UnsafePointer<Float>, weight: UnsafePointer<Float>, bias: UnsafePointer<Float>?,
  into y: UnsafeMutablePointer<Float>, mean: UnsafeMutablePointer<Float>,
  inverse: UnsafeMutablePointer<Float>, rows: Int, width: Int
) {
  for r in 0..<rows {
    let row = x + r * width
    (mean[r], inverse[r]) = moments(row, width)
    let normal = Normal(mean: mean[r], inverse: inverse[r])
    inSixteens(width) { i, left in
      var lanes = normal.lanes(load(row + i, left)) * load(weight + i, left)
      if let bias { lanes += load(bias + i, left) }
      store(lanes, y + r * width + i, left)
    }
  }
}

/// dx = inverse·(g − mean(g) − n·mean(g·n)), with g = dy·weight and n the normalised row: what becomes
/// of dy [rows, width] when mean and variance, too, are taken as made of x. dx may be none of the inputs.
@inline(never)
public func layerNormBackward(
  _ x: UnsafePointer<Float>, weight: UnsafePointer<Float>, mean: UnsafePointer<Float>,
  inverse: UnsafePointer<Float>, _ dy: UnsafePointer<Float>,
  into dx: UnsafeMutablePointer<Float>, rows: Int, width: Int, adding: Bool
) {
  for r in 0..<rows {
    let row = x + r * width
    let slope = dy + r * width
    let normal = Normal(mean: mean[r], inverse: inverse[r])
    var sums = (plain: Lanes.zero, along: Lanes.zero)
    inSixteens(width) { i, left in
      let g = load(slope + i, left) * load(weight + i, left)
      sums.plain += g
      sums.along = fused(g, normal.lanes(load(row + i, left)), plus: sums.along)
    }
    let plain = total(sums.plain) / Float(width)
    let along = total(sums.along) / Float(width)
    inSixteens(width) { i, left in
      let g = load(slope + i, left) * load(weight + i, left)
      let n = normal.lanes(load(row + i, left))
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
      let n = Normal(mean: mean[r], inverse: inverse[r]).lanes(load(x + r * width + i, left))
      sums = fused(load(dy + r * width + i, left), n, plus: sums)
    }
    give(sums, dw + i, left, adding: adding)
  }
}

/// What takes a row's numbers to the normalised ones.
private struct Normal {
  private let halfMean: Float
  private let twice: Float

  @inline(__always)
  init(mean: Float, inverse: Float) {
    (halfMean, twice) = (mean * 0.5, inverse * 2)
  }

  /// (x − mean)·inverse, bit for bit, by way of (x − mean)/2: that cannot overflow.
  @inline(__always)
  func lanes(_ x: Lanes) -> Lanes {
    fused(x, Lanes(repeating: 0.5), plus: Lanes(repeating: -halfMean)) * twice
  }
}

/// A row's mean, and 1/√(variance + 1e-5).
@inline(__always)
private func moments(_ row: UnsafePointer<Float>, _ width: Int) -> (mean: Float, inverse: Float) {
  let mean = rowSum(row, width) / Float(width)
  let variance = rowSquares(row, width, around: mean) / Float(width)
  guard variance < .infinity else { return wideMoments(row, width) }
  return (mean, 1 / (variance + 1e-5).squareRoot())
}

/// The same in double precision, in which no Float's square overflows.
@inline(never)
private func wideMoments(
  _ row: UnsafePointer<Float>, _ width: Int
) -> (mean: Float, inverse: Float) {
  var (sum, squares) = (0.0, 0.0)
  for i in 0..<width { sum += Double(row[i]) }
  let mean = sum / Double(width)
  for i in 0..<width { squares += (Double(row[i]) - mean) * (Double(row[i]) - mean) }
  return (Float(mean), Float(1 / (squares / Double(width) + 1e-5).squareRoot()))
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
