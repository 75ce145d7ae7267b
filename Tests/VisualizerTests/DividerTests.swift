import Canvas
import Testing

@testable import Visualizer

/// Rules between panels, and boxes for the back row, as an eye follows them.
@Suite struct DividerTests {
  @Test(arguments: [96, 120, 150, 170, 200])
  func `a rule between two panels meets the upright rules, and no blank interrupts it`(width: Int)
    throws
  {
    let app = Fixture.app(after: 133, options: EveryScreen.options)
    var fitted = app
    _ = fitted.update(.resized(width: width, height: 44), at: 1)
    let lines = fitted.frame(width: width, height: 44).text.split(separator: "\n").map(Array.init)
    var rules = 0
    for (y, line) in lines.enumerated().dropFirst(9) {
      for (x, glyph) in line.enumerated() where glyph == "├" || glyph == "┼" {
        let rest = line[(x + 1)...]
        let rule = rest.prefix { $0 == "─" }
        #expect(rule.count >= 36, "\(width): row \(y)")
        let next = rest.dropFirst(rule.count).first
        #expect(next == nil || next == "┼" || next == "┤", "\(width): row \(y), \(next ?? " ")")
        for other in [y - 1, y + 1] { #expect(lines[other][x] == "│") }
        rules += 1
      }
    }
    #expect(rules > 0 || width < 120)
    #expect(!lines.contains { String($0).contains("│─") || String($0).contains("─ │ ─") })
  }

  @Test(arguments: [60, 61, 79, 80, 100, 120, 133, 160])
  func `the large boxes are as wide as each other, but for the columns that five cannot share`(
    width: Int
  ) {
    var app = Fixture.app(after: 133, options: EveryScreen.options)
    app.options.isBig = true
    let top = app.frame(width: width, height: 24).text.split(separator: "\n")[1]
    let boxes = top.split(separator: "╭").dropFirst(top.hasPrefix("╭") ? 0 : 1).map {
      $0.prefix { $0 != "╮" }.count
    }
    #expect(boxes.count == 5, "\(boxes)")
    #expect((boxes.max() ?? 0) - (boxes.min() ?? 0) <= 1, "\(boxes)")
    #expect(width - top.count <= 1 + (width - 2 - 4) % 5)
  }
}
