import Canvas
import Moves
import Testing

@testable import Visualizer

/// Rows and columns are used: none is blank while something is cut, and what belongs together is in
/// line.
@Suite struct RoomTests {
  private func rows(_ app: App, _ width: Int, _ height: Int) -> [Substring] {
    var app = app
    _ = app.update(.resized(width: width, height: height), at: 1)
    return app.frame(width: width, height: height).text.split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func `a low and wide screen has no blank row`() {
    let app = Fixture.app(after: 134, options: EveryScreen.options)
    for width in [150, 160, 200] {
      #expect(!rows(app, width, 12).contains { $0.isEmpty }, "\(width)")
    }
  }

  @Test(arguments: [(120, 40), (200, 50)])
  func `a page of the lab is no half empty screen`(width: Int, height: Int) throws {
    let told = try World.told("no-clip").app
    var before = try World(animates: false)
    before.makeSteps(4)
    let pages: [(App, BreakPage)] = [
      (before.app, .list(choice: 2)), (before.app, .guess(Breakage.all[0])),
      (before.app, .builder(LoopBuilder())), (told, .verdict(scroll: 0)), (told, .mend),
    ]
    for (app, page) in pages {
      var app = app
      app.breakPage = page
      let blank = rows(app, width, height).count { $0.isEmpty }
      #expect(blank <= 7, "\(page) \(blank)")
      #expect(rows(app, width, height).contains { $0.contains("loss before update") })
    }
  }

  @Test func `in the list of mistakes no row has a mark alone for what has no room`() throws {
    var app = try World(animates: false).app
    app.breakPage = .list(choice: 0)
    for width in 40...100 {
      let rows = rows(app, width, 24)
      #expect(!rows.contains { $0.hasSuffix("  …") }, "\(width) \(rows)")
      let isNarrow = width < 50
      #expect(rows.contains { $0.contains("does not apply here") } != isNarrow, "\(width)")
    }
  }

  @Test(arguments: 76...130)
  func `words begin in the same column in all boxes of a row`(width: Int) throws {
    var app = Fixture.app(after: 134, options: EveryScreen.options)
    #expect(isInLine(app, width), "\(rows(app, width, 24)[1...5])")
    app.breakPage = .guess(Breakage.all[7])
    #expect(isInLine(app, width, top: 2), "\(rows(app, width, 24)[2...6])")
    app.breakPage = nil
    #expect(isInLine(Fixture.app(after: 0, options: EveryScreen.options), width))
  }

  /// A blank stands behind the left edge of every box, or of none.
  private func isInLine(_ app: App, _ width: Int, top: Int = 1) -> Bool {
    let frame = app.frame(width: width, height: 24)
    let edges = (0..<width).filter { frame[$0, top].glyph == "╭" }
    let inside = edges.flatMap { x in
      (top + 1...top + 3).map { (frame[x + 1, $0].glyph == " ", frame[x + 2, $0].glyph == " ") }
    }
    // A row of a box may have no words.
    let starts = inside.filter { !($0.0 && $0.1) }.map(\.0)
    return edges.count == 5 && (starts.allSatisfy { $0 } || !starts.contains(true))
  }

  @Test func `the lab's boxes stand where the lesson's do`() {
    var app = Fixture.app(after: 134, options: EveryScreen.options)
    for width in 76...200 {
      app.breakPage = nil
      let lesson = app.frame(width: width, height: 30)
      app.breakPage = .guess(Breakage.all[0])
      let lab = app.frame(width: width, height: 30)
      let corners = { (frame: Frame, y: Int) in
        (0..<width).filter { "╭╮".unicodeScalars.contains(frame[$0, y].glyph) }
      }
      #expect(corners(lab, 2) == corners(lesson, 1), "\(width)")
    }
  }
}
