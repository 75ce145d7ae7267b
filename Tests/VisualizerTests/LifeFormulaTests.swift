import Canvas
import Moves
import Notation
import Testing

@testable import Visualizer

/// What the panel "a parameter's life" prints can be worked out from what it prints.
@Suite struct LifeFormulaTests {
  /// Written as the figure is.
  private func text(_ value: Double, like figure: String) -> String {
    let mantissa = figure.prefix { $0 != "e" }
    let decimals = mantissa.split(separator: ".").dropFirst().first?.count ?? 0
    return figure.contains("e")
      ? Figure.scientific(value, decimals: decimals) : Figure.fixed(value, decimals: decimals)
  }

  /// The rows that tell how their figure came about: name, figure, sign, formula.
  private func formulas(_ app: App) -> [(figure: String, isExact: Bool, formula: String)] {
    LifePanel(app: app).frame(width: 150, height: 30).text.split(separator: "\n").compactMap {
      guard let found = $0.firstMatch(of: /([-0-9.e]+) ([=≈]) (.+)$/), !found.3.contains("grad")
      else { return nil }
      return (String(found.1), found.2 == "=", String(found.3))
    }
  }

  @Test(arguments: ["line", "names", "story"], [Hyperparameters.Optimizer.adamw, .sgd])
  func `every formula comes out with the figures that stand in it`(
    lesson: String, optimizer: Hyperparameters.Optimizer
  ) throws {
    var world = try World(lesson: lesson, animates: false) {
      $0.optimizer = optimizer
      if lesson == "story" { ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6) }
      if lesson == "names" { ($0.width, $0.batchSize) = (8, 4) }
    }
    world.press(.character("m"))
    var (exact, near) = (0, 0)
    for step in 1...60 {
      world.press(.character("."))
      world.settle()
      if step % 5 == 0 { world.press(step % 10 == 0 ? .pageDown : .down) }
      world.settle()
      for row in formulas(world.app) {
        guard row.isExact else {
          near += 1
          continue
        }
        let value = try #require(Calculator.value(of: row.formula), "\(row.formula)")
        #expect(
          text(value, like: row.figure) == row.figure,
          "step \(step): \(row.figure) = \(row.formula)")
        exact += 1
      }
    }
    #expect(exact > 100 && near * 20 <= exact, "\(exact) come out, \(near) only nearly")
  }

  @Test func `value and change of line add up to the new value as they are printed`() throws {
    var world = try World(animates: false)
    var sums = 0
    for step in 1...60 {
      world.press(.character("."))
      world.settle()
      let lines = NumbersPanel(app: world.app, reading: try #require(world.app.run.stage.line))
        .frame(width: 40, height: 20).text.split(separator: "\n")
      let row = { (name: String) in
        lines.first { $0.hasPrefix(" \(name)") }?.split(separator: " ").suffix(2)
          .compactMap { Double($0) } ?? []
      }
      let (old, change, new) = (row("value"), row("change"), row("new value"))
      try #require(old.count == 2 && change.count == 2 && new.count == 2)
      for i in 0..<2 where abs(old[i] + change[i] - new[i]) < 1e-9 { sums += 1 }
      #expect(old != new, "step \(step)")
    }
    #expect(sums >= 2 * 58)
  }
}

extension Stage {
  fileprivate var line: LineReading? {
    guard case .line(let line) = reading else { return nil }
    return line
  }
}
