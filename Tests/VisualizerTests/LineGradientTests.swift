import Canvas
import Moves
import Testing

@testable import Visualizer

/// What the panel "every number" of `line` prints can be worked out from what it prints.
@Suite struct LineGradientTests {
  private func panel(_ app: App) -> [[Substring]] {
    app.frame(width: 80, height: 24).text.split(separator: "\n").dropFirst(9)
      .map { $0.dropFirst(43).split(separator: " ") }
  }

  /// Rounded as the figure is printed.
  private func text(_ value: Double, like figure: Substring) -> String {
    let decimals = figure.firstIndex(of: ".").map {
      figure.distance(from: $0, to: figure.endIndex) - 1
    }
    return Figure.fixed(value, decimals: decimals ?? 0)
  }

  @Test func `the gradients are 2 · mean(error · x) and 2 · mean(error) of the printed errors`()
    throws
  {
    var world = try World(animates: false)
    var digits = 0
    for step in 1...60 {
      while world.app.stage.live?.move != .backward || world.app.stage.step < step {
        world.press(.right)
        world.settle()
      }
      let rows = panel(world.app)
      let points = rows.filter { $0.count == 4 && $0.allSatisfy { Double($0) != nil } }
        .map { $0.compactMap { Double($0) } }
      #expect(points.count == 4, "\(rows)")
      let gradient = try #require(rows.first { $0.first == "gradient" })
      try #require(gradient.count == 3)
      let weight = 2 * points.reduce(0) { $0 + $1[3] * $1[0] } / 4
      let bias = 2 * points.reduce(0) { $0 + $1[3] } / 4
      #expect(text(weight, like: gradient[1]) == gradient[1], "step \(step)")
      #expect(text(bias, like: gradient[2]) == gradient[2], "step \(step)")
      let loss = try #require(rows.first { $0.first == "loss" }?[1].dropLast())
      let mean = points.reduce(0) { $0 + $1[3] * $1[3] } / 4
      #expect(text(mean, like: loss) == loss, "step \(step)")
      #expect(rows.contains { $0 == ["=", "2·mean", "of", "error·x", "error"] })
      digits += gradient[1].filter(\.isNumber).count
    }
    // It would come out with one digit each, too.
    #expect(digits >= 60 * 3)
  }

  @Test func `a gradient that something else was added to is not called so`() throws {
    var world = try World(animates: false) { $0.microBatches = 2 }
    for _ in 0..<5 {
      world.press(.right)
      world.settle()
    }
    #expect(world.app.stage.live?.move == .backward)
    #expect(!world.app.frame(width: 80, height: 24).text.contains("mean of error·x"))
  }
}
