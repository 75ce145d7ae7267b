import Foundation
import Kernels
import Testing

/// Numbers whose squares, powers or sums no Float can hold, though what is made of them is one.
struct LargeNumberTests {
  /// A row's layer norm in double precision, and what goes back through it.
  private struct Exact {
    var y: [Double] = []
    var dx: [Double] = []

    init(_ x: [Float], weight: [Float], slopes: [Float], width: Int) {
      for start in stride(from: 0, to: x.count, by: width) {
        let row = x[start..<start + width].map(Double.init)
        let mean = row.reduce(0, +) / Double(width)
        let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
        let inverse = 1 / (variance + 1e-5).squareRoot()
        let n = row.map { ($0 - mean) * inverse }
        let g = (0..<width).map { Double(slopes[start + $0]) * Double(weight[$0]) }
        let plain = g.reduce(0, +) / Double(width)
        let along = zip(g, n).reduce(0) { $0 + $1.0 * $1.1 } / Double(width)
        y += zip(n, weight).map { $0 * Double($1) }
        dx += (0..<width).map { (g[$0] - plain - n[$0] * along) * inverse }
      }
    }
  }

  @Test(arguments: [1e18, 1e19, 1e25, 1e37, 3.4e38] as [Float], [3, 16, 67])
  func `layer norm of large numbers is what double precision makes of them`(
    _ size: Float, _ width: Int
  ) {
    var numbers = Numbers(seed: 8)
    let x = numbers.list(2 * width).map { $0 * size }
    let (weight, slopes) = (numbers.list(width), numbers.list(2 * width))
    var (y, dx, dw) = (x, x, weight)
    var (mean, inverse): ([Float], [Float]) = ([0, 0], [0, 0])
    layerNormForward(
      x, weight: weight, bias: nil, into: &y, mean: &mean, inverse: &inverse, rows: 2, width: width)
    layerNormBackward(
      x, weight: weight, mean: mean, inverse: inverse, slopes, into: &dx, rows: 2, width: width,
      adding: false)
    layerNormWeightBackward(
      x, mean: mean, inverse: inverse, slopes, into: &dw, rows: 2, width: width, adding: false)
    let exact = Exact(x, weight: weight, slopes: slopes, width: width)
    expectClose(y, exact.y)
    let unit = Double(size)
    expectClose(dx.map { Float(Double($0) * unit) }, exact.dx.map { $0 * unit })
    let normed = Exact(x, weight: weight.map { _ in 1 }, slopes: slopes, width: width).y
    expectClose(
      dw,
      (0..<width).map { i in
        normed[i] * Double(slopes[i]) + normed[width + i] * Double(slopes[width + i])
      })
  }

  @Test func `layer norm of what is no number, or infinite, is no number`() {
    for lost in [Float.nan, .infinity, -.infinity] {
      var (y, mean, inverse): ([Float], [Float], [Float]) = ([0, 0, 0], [0], [0])
      layerNormForward(
        [1, lost, 3], weight: [1, 1, 1], bias: nil, into: &y, mean: &mean, inverse: &inverse,
        rows: 1, width: 3)
      #expect(y.allSatisfy { $0.isNaN })
    }
  }

  @Test
  func `cross entropy of logits far apart is their distance, and the mean of rows their mean`() {
    var slope: [Float] = [0, 0, 0, 0]
    let loss = { (logits: [Float], slope: inout [Float]) in
      crossEntropyForward(
        logits, targets: [0, 0], ignored: nil, slope: &slope, rows: 2, width: 2, counted: 2)
    }
    // 6e38 and 0 make 3e38, which a Float holds, as 6e38 would not be.
    #expect(loss([-3e38, 3e38, 3e38, -3e38], &slope) == 3e38)
    #expect(slope == [-0.5, 0.5, 0, 0])
    #expect(loss([-3.4e38, 3.4e38, -3.4e38, 3.4e38], &slope) == .infinity)
    // ln 2 is lost beside 1e9 unless it is added in double precision.
    #expect(abs(loss([1e9, 1e9, 1e9, 1e9], &slope) - 0.693_147_2) < 1e-6)
  }

  @Test func `attention whose scores no exponential holds gives all weight to the best`() {
    let shape = AttentionShape(batch: 1, context: 2, heads: 1, size: 1)
    // q, k and v of two places: the second's scores are 1e38 and −1e38.
    let qkv: [Float] = [1, 1e19, 7, 1e19, -1e19, 5]
    var (y, dqkv): ([Float], [Float]) = ([0, 0], Array(repeating: 0, count: 6))
    var (weights, scratch) = ([Float](repeating: 0, count: 4), [Float](repeating: 0, count: 8))
    attentionForward(
      qkv, shape, 0..<1, mask: nil, weights: &weights, scratch: &scratch, into: &y,
      in: Workspace(wide: false))
    #expect(weights == [1, 0, 1, 0] && y == [7, 7])
    attentionBackward(
      qkv, shape, 0..<1, mask: nil, weights: weights, scratch: &scratch, [1, 4e37],
      into: &dqkv, adding: false, in: Workspace(wide: false))
    #expect(dqkv == [0, 0, 4e37, 0, 0, 0])
  }

  @Test func `GELU of large numbers is themselves or nothing, and its slope 1 or 0`() {
    let x: [Float] = [1e20, -1e20, 3.4e38, -3.4e38, 20, -20]
    var (y, slope) = (x, x)
    geluForward(x, &y, slope: &slope, count: x.count)
    #expect(y == [1e20, 0, 3.4e38, 0, 20, 0] && slope == [1, 0, 1, 0, 1, 0])
  }

  @Test func `norms and distances of the largest numbers are right`() {
    let x = [Float](repeating: 3e38, count: 100)
    let close = { (found: Double, root: Double) in abs(found.squareRoot() / root - 1) < 1e-6 }
    #expect(close(squaredSum(x, count: 100), 3e39))
    #expect(close(squaredDistance(x, x.map { _ in 0 }, count: 100), 3e39))
    #expect(close(change(from: x, to: x.map { $0 / 2 }, count: 100).squaredDistance, 1.5e39))
    var halves = x
    #expect(close(scaledSquares(&halves, by: 0.5, count: 100), 1.5e39))
  }

  @Test func `AdamW tells of a mean of squares that no Float holds`() {
    let coefficients = AdamWCoefficients(
      decay: 1, meanShare: 0.1, squareKept: 0.99, squareShare: 0.01, rate: -1e-3,
      rootCorrection: 0.1, eps: 1e-8)
    let found = { (gradients: [Float]) in
      var (p, m) = (gradients.map { _ in Float(1) }, gradients.map { _ in Float(0) })
      var (v, old) = (m, m)
      return adamWUpdate(
        &p, gradient: gradients, m: &m, v: &v, old: &old, count: p.count, coefficients
      ).kept
    }
    for place in [0, 15, 16, 20] {
      var gradients = [Float](repeating: 2, count: 21)
      #expect(found(gradients).isFinite)
      gradients[place] = -3e20
      #expect(found(gradients) == .infinity)
      gradients[place] = .nan
      #expect(found(gradients).isNaN)
    }
    // Each v is 3.24e38, and all together are far too much.
    #expect(found(Array(repeating: 1.8e20, count: 1024)).isFinite)
  }
}
