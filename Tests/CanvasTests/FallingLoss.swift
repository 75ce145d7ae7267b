import Foundation

@testable import Canvas

/// A made-up run: the loss falls fast, then flattens; the first 15 steps are clipped, later 3 %.
struct FallingLoss {
  private(set) var loss = Bins()
  private(set) var smoothed = Bins()
  private(set) var validation: [LossChart.Point] = []
  private var seed: UInt64

  init(steps: Int, noise: Double = 0.12, seed: UInt64 = 1) {
    self.seed = seed
    var average: Double?
    for step in stride(from: 1, through: steps, by: 1) {
      let level = 1.5 + 2.7 * exp(-Double(step) / (0.13 * Double(max(steps, 100))))
      let value = level + noise * (0.5 + level / 4) * bell()
      loss.append(Float(value), clipped: step <= 15 || uniform() < 0.03)
      average = average.map { 0.9 * $0 + 0.1 * value } ?? value
      smoothed.append(Float(average ?? value))
      if step % 100 == 0 { validation.append(.init(step: step, value: Float(level + 0.12))) }
    }
  }

  func chart(_ characters: PlotCharacters) -> LossChart {
    LossChart(
      loss: loss, validation: validation, characters: characters,
      glyphs: characters == .ascii ? .ascii : .unicode, showsLegend: true)
  }

  private mutating func uniform() -> Double {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(seed >> 11) / 0x1p53
  }

  private mutating func bell() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + uniform() }
  }
}
