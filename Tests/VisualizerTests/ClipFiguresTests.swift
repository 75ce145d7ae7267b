import Canvas
import Moves
import Notation
import Testing

@testable import Visualizer

@Suite struct ClipFiguresTests {
  private func report(_ norm: Double, ceiling: Double = 1) -> ClipReport {
    // As PyTorch's clip_grad_norm_ has it.
    let factor = min(1, ceiling / (norm + 1e-6))
    return ClipReport(
      normBefore: norm, normAfter: norm * factor, maxNorm: ceiling, factor: factor,
      clipped: factor < 1, clippedSteps: 1)
  }

  @Test(
    arguments: [
      1.000_004, 1.0003, 1.0012, 1.004, 1.0051, 1.2, 3.14159, 9.996, 38.2517, 99.7, 214.33, 999.6,
      4321, 87_654,
    ])
  func `the norm that is left is what one gets from the figures that are shown`(norm: Double) throws
  {
    for ceiling in [1, 0.3, 0.05, 2.5] where norm > ceiling {
      let figures = ClipFigures(report(norm, ceiling: ceiling))
      let (before, factor) = (Double(figures.before), Double(figures.factor))
      #expect(try #require(before) > (try #require(Double(figures.ceiling))), "\(figures)")
      #expect(try #require(factor) < 1, "\(figures)")
      let product = try #require(before) * (try #require(factor))
      #expect(Figures.plain(product) == figures.after, "\(figures)")
    }
  }

  /// Who sets 5.021 reads 5.021, and the norm is above it by the digits that are shown.
  @Test func `a ceiling of more digits is shown as it was given`() throws {
    let figures = ClipFigures(report(5.02115, ceiling: 5.021))
    #expect(figures.ceiling == "5.021" && figures.after == "5.021")
    let (before, factor) = (Double(figures.before), Double(figures.factor))
    #expect(try #require(before) > 5.021 && #require(factor) < 1)
    #expect(Figure.fixed(try #require(before) * #require(factor), decimals: 3) == "5.021")
    #expect(ClipFigures(report(7, ceiling: 1)).ceiling == "1.00")
  }

  @Test func `a norm hardly above the ceiling is not written as the ceiling`() {
    let figures = ClipFigures(report(1.0012))
    #expect(figures.before == "1.001" && figures.factor == "0.999" && figures.after == "1.00")
    let usual = ClipFigures(report(5.02))
    #expect(usual.before == "5.02" && usual.factor == "0.199" && usual.after == "1.00")
    let kept = ClipFigures(report(0.9996))
    #expect(kept.before == "1.00" && kept.factor == "1")
  }
}
