import Canvas
import Foundation
import Moves
import Testing

@testable import Visualizer

@Suite struct BigScreenTests {
  private func screen(after step: Int, moves: Int = 0, width: Int = 60, height: Int = 20) -> Frame {
    var options = App.Options(ascii: true, animates: false)
    options.isBig = true
    var app = Fixture.app(after: step, options: options)
    for report in Fixture.moves(of: step + 1).prefix(moves) {
      _ = app.update(.moved(report), at: 1)
    }
    return app.frame(width: width, height: height)
  }

  @Test func `a clipped step for the back row`() {
    let text = screen(after: 133, moves: 10).text
    let header = text.prefix { $0 != "\n" }
    #expect(header.hasPrefix(" story  ") && header.hasSuffix("  step 133 / 2000"))
    for name in Move.allCases.map(\.name) { #expect(text.contains(name)) }
    #expect(text.contains("clipped"))
  }

  @Test func `one sentence of two lines stands under the boxes at every move`() {
    for moves in 0...11 {
      let lines = screen(after: 133, moves: moves).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 20)
      #expect(lines[7].count > 20)
      #expect(!lines[9].hasSuffix(".") && lines[9].contains("loss"))
    }
  }

  @Test func `the sentence is never cut`() {
    for step in [0, 133, 134, 500] {
      var app = Fixture.app(after: step, options: App.Options(ascii: true))
      for report in Fixture.moves(of: step + 1) {
        _ = app.update(.moved(report), at: 1)
        let lines = wrap(BigSentence(stage: app.stage).text, width: 58)
        #expect(lines.count <= 2, "\(lines)")
      }
    }
  }

  @Test func `the live box is lit as a whole`() {
    let frame = screen(after: 133, moves: 1)
    let lit = frame.cells.count { $0.role == .lit }
    #expect(lit >= 36)
  }

  @Test func `a window too small for it gets the screen that fits`() {
    let small = screen(after: 5, width: 59, height: 20)
    #expect(small.text.contains("fivemoves"))
    #expect(!screen(after: 5).text.contains("fivemoves"))
  }
}
