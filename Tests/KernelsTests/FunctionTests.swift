import Foundation
import Kernels
import Testing

struct FunctionTests {
  /// Numbers from `low` to `high`; their count is no multiple of sixteen.
  func spread(_ low: Float, _ high: Float) -> [Float] {
    (0...10_003).map { low + (high - low) * Float($0) / 10_003 }
  }

  @Test func `exp is right to 2e-7 of itself`() {
    let x = spread(-87, 88)
    var y = x
    exponentials(of: x, into: &y, count: x.count)
    let errors = zip(x, y).map { abs(Double($1) / exp(Double($0)) - 1) }
    #expect((errors.max() ?? 1) < 2e-7)
  }

  @Test func `exp of far below is zero and of nothing is nothing`() {
    let x: [Float] = [-88, -.infinity, .nan, 0, 1e9]
    var y = x
    exponentials(of: x, into: &y, count: x.count)
    #expect(y[0] == 0 && y[1] == 0 && y[2].isNaN && y[3] == 1 && y[4] > 1e38)
  }

  @Test func `tanh is right to 2e-7 of itself`() {
    let x = spread(-12, 12) + spread(-1e-3, 1e-3)
    var y = x
    tanhForward(x, &y, count: x.count)
    for (right, y) in zip(x.map { tanh(Double($0)) }, y) {
      #expect(abs(Double(y) - right) <= 2e-7 * abs(right))
    }
  }

  @Test func `GELU and its slope are those of the error function`() {
    let x = spread(-8, 8)
    var (y, slope) = (x, x)
    geluForward(x, &y, slope: &slope, count: x.count)
    let below = x.map { 0.5 * erfc(-Double($0) / 2.0.squareRoot()) }
    let density = x.map { exp(-0.5 * Double($0) * Double($0)) / (2 * Double.pi).squareRoot() }
    expectClose(y, zip(x, below).map { Double($0) * $1 }, within: 1e-6)
    expectClose(slope, zip(x, zip(below, density)).map { $1.0 + Double($0) * $1.1 }, within: 1e-6)
  }

  @Test func `GELU is the same with and without its slope`() {
    let x = spread(-8, 8)
    var (y, z, slope) = (x, x, x)
    geluForward(x, &y, slope: &slope, count: x.count)
    geluForward(x, &z, count: x.count)
    #expect(y == z)
  }

  @Test(arguments: [0, 1, 15, 16, 17, 1000])
  func `a squared sum is right to 1e-12`(_ count: Int) {
    var numbers = Numbers(seed: 4)
    let x = numbers.list(count)
    let wanted = x.reduce(0) { $0 + Double($1) * Double($1) }
    #expect(abs(squaredSum(x, count: count) - wanted) <= 1e-12 * max(1, wanted))
  }

  @Test(arguments: [1, 15, 16, 17, 100])
  func `no loop writes past its end`(_ count: Int) {
    let x = [Float](repeating: 0.5, count: count + 16)
    let mask = DropoutMask(key: 7, probability: 0.5)
    var old = x
    let loops: [(inout [Float]) -> Void] = [
      { exponentials(of: x, into: &$0, count: count) },
      { tanhForward(x, &$0, count: count) },
      { geluForward(x, &$0, count: count) },
      { sum(x, x, &$0, count: count) },
      { copied(x, &$0, count: count, adding: true) },
      { dropped(x, by: mask, into: &$0, count: count, adding: false) },
      { gradientDescentUpdate(&$0, gradient: x, old: &old, by: 1, decay: 0, count: count) },
    ]
    for loop in loops {
      var y = [Float](repeating: 9, count: count + 16)
      loop(&y)
      #expect(y[count...].allSatisfy { $0 == 9 })
      #expect(!y[..<count].contains(9))
    }
  }

  @Test func `a NaN among the logits reaches the loss`() {
    var slope = [Float](repeating: 0, count: 40)
    for place in [0, 17, 19] {
      var logits = [Float](repeating: 1, count: 40)
      logits[20 + place] = .nan
      let loss = crossEntropyForward(
        logits, targets: [3, 4], ignored: nil, slope: &slope, rows: 2, width: 20, counted: 2)
      #expect(loss.isNaN)
    }
  }
}
