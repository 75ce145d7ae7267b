import Canvas
import Moves
import Notation
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
      while world.app.run.stage.live?.move != .backward || world.app.run.stage.step < step {
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

  private func panel(_ world: World) -> [[Substring]] {
    guard case .line(let reading) = world.app.run.stage.reading else { return [] }
    return NumbersPanel(app: world.app, reading: reading).frame(width: 44, height: 30).text
      .split(separator: "\n").map { $0.split(separator: " ") }
  }

  /// Weight's and bias's figure in the row of this name.
  private func pair(_ name: String, _ rows: [[Substring]]) throws -> [Substring] {
    let words = name.split(separator: " ")
    let row = try #require(rows.first { $0.starts(with: words) }, "\(name): \(rows)")
    try #require(row.count == words.count + 2, "\(row)")
    return Array(row.suffix(2))
  }

  @Test(
    arguments: [(4, 4, ""), (8, 2, ""), (4, 2, "forget-zero-grad"), (4, 1, "forget-zero-grad")])
  func `with what was there before, each part's share makes the gradient, figure by figure`(
    size: Int, parts: Int, mistake: String
  ) throws {
    var world = try World(animates: false) {
      ($0.batchSize, $0.microBatches, $0.evalInterval) = (size, parts, 1000)
    }
    if !mistake.isEmpty {
      world.makeSteps(1)
      world.breakLoop(mistake)
      world.settle()
      world.press(.enter)
    }
    var (told, made, digits) = (0, 0, 0)
    while made < 80 {
      world.press(.right)
      world.settle()
      guard let live = world.app.run.stage.live, live.move == .backward else { continue }
      made += 1
      let rows = panel(world)
      let points = rows.filter { $0.count == 4 && $0.allSatisfy { Double($0) != nil } }
        .map { $0.compactMap { Double($0) } }
      try #require(points.count == size / parts)
      let sign = parts > 1 ? ["2·mean÷\(parts)", "of"] : ["2·mean", "of"]
      guard
        rows.contains(where: { $0.dropFirst().map(String.init) == sign + ["error·x", "error"] })
      else { continue }
      told += 1
      let byHand = [
        points.reduce(0) { $0 + $1[3] * $1[0] }, points.reduce(0) { $0 + $1[3] },
      ].map { 2 * $0 / Double(points.count) / Double(parts) }
      let part = live.planned.microBatch
      let gradient = try pair(parts > 1 ? "gradient so far" : "gradient", rows)
      let isFirst = part == 1 && mistake.isEmpty
      let added = parts > 1 ? "+ part \(part)" : "+ this batch's"
      let share = isFirst ? gradient : try pair(added, rows)
      let name =
        mistake.isEmpty
        ? "= before part \(part)" : part == 1 ? "= old gradient" : "= old + part 1"
      let before = isFirst ? ["0", "0"] : try pair(name, rows)
      for place in 0..<2 {
        #expect(text(byHand[place], like: share[place]) == share[place], "\(rows)")
        let sum = try #require(Double(before[place])) + (try #require(Double(share[place])))
        #expect(text(sum, like: gradient[place]) == gradient[place], "\(rows)")
        // The engine's own sum, not only one that comes out.
        let now = Double(try #require(live.watched[place].gradient))
        #expect(text(now, like: gradient[place]) == gradient[place])
      }
      digits += gradient[0].filter(\.isNumber).count
    }
    #expect(told >= 70, "\(told) of \(made)")
    #expect(digits >= told * 5 / 2, "\(digits)")
  }

  @Test func `before backward no formula stands beside None as if it were its value`() throws {
    for parts in [1, 4] {
      var world = try World(animates: false) { $0.microBatches = parts }
      for _ in 0..<3 {
        let words = panel(world).map { $0.joined(separator: " ") }
        let division = parts > 1 ? "÷4" : ""
        #expect(words.contains("gradient None None"))
        #expect(words.contains("will be 2·mean\(division) of error·x error"), "\(words)")
        world.press(.right)
        world.settle()
      }
    }
  }
}
