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
    let header = text.split(separator: "\n").first ?? ""
    #expect(header.hasPrefix(" story ") && header.hasSuffix("in step 134  paused, 4/s"))
    for name in Move.allCases.map(\.name) { #expect(text.contains(name)) }
    #expect(text.contains("clipped"))
  }

  @Test func `one sentence of two lines stands under the boxes at every move`() {
    for moves in 0...11 {
      let lines = screen(after: 133, moves: moves).text.split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 20)
      #expect(lines[6].count > 20)
      #expect(!lines[8].hasSuffix(".") && lines[8].contains("loss"))
    }
  }

  @Test func `the sentence is never cut`() {
    for step in [0, 133, 134, 500] {
      var app = Fixture.app(after: step, options: App.Options(ascii: true))
      for report in Fixture.moves(of: step + 1) {
        _ = app.update(.moved(report), at: 1)
        let lines = wrap(BigSentence(stage: app.run.stage).text, width: 58)
        #expect(lines.count <= 2, "\(lines)")
      }
    }
  }

  @Test func `the first step wipes nothing, and no screen says that it did`() {
    let first = screen(after: 0, moves: 1).text
    #expect(first.contains("no gradient to wipe") && !first.contains("are wiped"))
    #expect(screen(after: 1, moves: 1).text.contains("The gradients of the last step are wiped."))
  }

  @Test func `a run that stopped says so, and what to press`() throws {
    var world = try World(steps: 2000, animates: false) {
      ($0.optimizer, $0.learningRate, $0.minLearningRate) = (.sgd, 1e6, 1e6)
      $0.maxNorm = 1e30
    }
    world.app.options.isBig = true
    world.tell(.keys(Array(repeating: .character(" "), count: 500)))
    world.rest()
    let last = world.app.completedSteps
    let text = world.app.frame(width: 60, height: 20).text
    #expect(text.contains("Training stopped: the "))
    #expect(text.contains("Press , for step \(last)."))
    world.press(.character(","))
    world.rest()
    #expect(world.app.completedSteps == last)
    #expect(!world.app.frame(width: 60, height: 20).text.contains("Training stopped"))
  }

  @Test func `no line of help is cut, whatever the window`() {
    let sizes = (40...130).flatMap { width in [16, 20, 24, 30, 45].map { (width, $0) } }
    for glyphs in [Glyphs.unicode, .ascii] {
      for (width, height) in sizes {
        let help = HelpView(glyphs: glyphs, optimizer: OptimizerName(.adamw)).frame(
          width: width, height: height)
        #expect(!help.text.contains(glyphs.ellipsis), "\(width) x \(height)")
      }
    }
  }

  @Test func `the live box is lit as a whole`() {
    let frame = screen(after: 133, moves: 1)
    let lit = frame.cells.count { $0.role == .lit }
    #expect(lit >= 27)
  }

  @Test func `where boxes are large their figures are, too`() throws {
    var app = Fixture.app(after: 134, options: EveryScreen.options)
    app.options.isBig = true
    // 1.62, drawn in letters of three rows
    let large = ["▄█    █▀▀ ▀▀█", " █    █▀█ █▀▀", "▀▀▀ ▀ ▀▀▀ ▀▀▀"]
    let shows = { (width: Int, height: Int) in
      let text = app.frame(width: width, height: height).text
      return large.map { text.contains($0) }
    }
    #expect(shows(160, 45) == [true, true, true])
    #expect(shows(60, 20) == [false, false, false])
    #expect(app.frame(width: 60, height: 20).text.contains(" 1.62 "))
  }

  @Test func `the names of all five moves stand in one row, however wide their figures`() {
    for (width, height) in [(60, 16), (60, 20), (80, 24), (100, 30), (120, 40), (160, 45)] {
      for moves in 0...11 {
        var app = Fixture.app(after: 133, options: EveryScreen.options)
        app.options.isBig = true
        for report in Fixture.moves(of: 134).prefix(moves) { _ = app.update(.moved(report), at: 1) }
        let rows = app.frame(width: width, height: height).text.split(separator: "\n")
        let names = Move.allCases.map(\.name)
        #expect(
          rows.contains { row in names.allSatisfy { row.contains($0) } },
          "\(width) x \(height), \(moves) moves")
      }
    }
  }

  @Test func `the boxes have the edges of the picture under them, and stand a column apart`() {
    for width in 60...200 {
      let frame = screen(after: 133, moves: 4, width: width, height: 24)
      let corners = (0..<width).filter { frame[$0, 1].glyph == "+" }
      let margin = width < 66 ? 0 : 1
      #expect(corners.first == margin && corners.last == width - 1 - margin, "\(width)")
      let gaps = stride(from: 1, to: corners.count - 1, by: 2).map { corners[$0 + 1] - corners[$0] }
      #expect(gaps == [2, 2, 2, 2], "\(width)")
    }
  }

  /// In quarters of cells a figure can be read, and a word of small letters cannot.
  @Test func `on eighty columns figures are large, and words as small as letters must be`() {
    for factor in [133, 500] {
      var app = Fixture.app(after: factor, options: EveryScreen.options)
      app.options.isBig = true
      for report in Fixture.moves(of: factor + 1).prefix(10) {
        _ = app.update(.moved(report), at: 1)
      }
      guard case .clip(let clip) = app.run.stage.live?.outcome,
        case .backward(let backward) = app.run.stage.latest[.backward]?.outcome
      else { continue }
      for (width, height) in [(60, 20), (80, 24)] {
        let text = app.frame(width: width, height: height).text
        #expect(text.contains(" \(clip.word) "), "\(width) \(text)")
      }
      let norm = Figures.plain(backward.norm)
      let rows = app.frame(width: 80, height: 24).text.split(separator: "\n")[1...8]
      #expect(!rows.contains { $0.contains(norm) })
    }
  }

  @Test func `panels, explained moves and whether it runs are told here, too`() {
    var options = App.Options(animates: false)
    options.isBig = true
    var app = Fixture.app(after: 20, options: options)
    _ = app.update(.resized(width: 60, height: 20), at: 0)
    #expect(app.frame(width: 60, height: 20).text.contains("paused"))
    _ = app.update(.keys([.tab]), at: 1)
    #expect(app.frame(width: 60, height: 20).text.contains("the loop in PyTorch"))
    _ = app.update(.keys([.character("4")]), at: 2)
    #expect(app.frame(width: 60, height: 20).text.contains("norm before clipping"))
    _ = app.update(.keys([.enter]), at: 3)
    #expect(app.frame(width: 60, height: 20).text.contains("running"))
  }

  @Test func `a window too small for it gets the screen that fits`() {
    let small = screen(after: 5, width: 59, height: 20)
    #expect(small.text.contains("fivemoves"))
    #expect(!screen(after: 5).text.contains("fivemoves"))
  }
}
