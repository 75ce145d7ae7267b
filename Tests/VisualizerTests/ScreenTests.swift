import Canvas
import Moves
import Testing

@testable import Visualizer

/// What a person sees of each lesson.
@Suite struct ScreenTests {
  private static let sizes = [(80, 24), (100, 30), (120, 40)]

  private func expect(_ name: String, _ make: (App.Options) -> App) throws {
    for (style, options) in GoldenScreen.styles {
      let app = make(options)
      for (width, height) in Self.sizes {
        let text = app.frame(width: width, height: height).text + "\n"
        try GoldenScreen.compare(text, with: "\(name)-\(width)x\(height)-\(style).txt")
      }
    }
  }

  @Test func `before the first key the screen says what this is and what to press`() throws {
    try expect("story-start") { Fixture.app(after: 0, options: $0) }
  }

  @Test func `in the middle of a step the boxes ahead keep the last step's figures`() throws {
    try expect("story-forward") { options in
      var app = Fixture.app(after: 141, options: options)
      for report in Fixture.moves(of: 142).prefix(4) { _ = app.update(.moved(report), at: 1) }
      return app
    }
  }

  @Test func `a clipped step says so in words`() throws {
    try expect("story-clip") { options in
      var app = Fixture.app(after: 133, options: options)
      for report in Fixture.moves(of: 134).prefix(10) { _ = app.update(.moved(report), at: 1) }
      return app
    }
  }

  @Test func `a completed step shows what the optimizer did`() throws {
    try expect("story-step") { Fixture.app(after: 342, options: $0) }
  }

  @Test func `the evaluation is a detour of its own`() throws {
    try expect("story-evaluation") { options in
      var app = Fixture.app(after: 199, options: options)
      _ = app.update(.evaluating(step: 199), at: 1)
      return app
    }
  }

  @Test func `what the model reads stands beside the chart`() throws {
    try expect("story-reading") { options in
      var app = Fixture.app(after: 300, options: options)
      _ = app.update(.keys([.tab]), at: 1)
      return app
    }
  }

  @Test func `a person's own text stands beside the chart, whatever is in it`() throws {
    var app = OwnTextTests.app(App.Options(plot: .braille, animates: false))
    _ = app.update(.keys([.tab]), at: 1)
    for (width, height) in Self.sizes {
      let text = app.frame(width: width, height: height).text + "\n"
      try GoldenScreen.compare(text, with: "own-text-\(width)x\(height)-unicode.txt")
    }
  }

  @Test func `help shows every key and every move`() throws {
    try expect("help") { options in
      var app = Fixture.app(after: 3, options: options)
      _ = app.update(.keys([.character("?")]), at: 1)
      return app
    }
  }

  @Test(arguments: [(0, "start"), (2, "forward"), (3, "backward"), (4, "clip"), (5, "step")])
  func `every number of line is told, move by move`(moves: Int, name: String) throws {
    try expect("line-\(name)") { LineFixture.app(moves: moves, options: $0) }
  }

  @Test(arguments: [(0, "start"), (340, "step"), (400, "evaluation")])
  func `names are learned beside the loop that learns them`(steps: Int, name: String) throws {
    try expect("names-\(name)") { NamesFixture.app(after: steps, options: $0) }
  }

  @Test func `invented names stand under what the network reads`() throws {
    try expect("names-reading") { options in
      var app = NamesFixture.app(after: 340, options: options)
      _ = app.update(.keys([.tab]), at: 1)
      return app
    }
  }

  @Test(arguments: Move.allCases)
  func `each move is explained with its figures`(move: Move) throws {
    try expect("story-explained-\(move.number)") { options in
      var app = Fixture.app(after: 134, options: options)
      _ = app.update(
        .keys([.character(Unicode.Scalar(UInt8(ascii: "0") + UInt8(move.number)))]), at: 1)
      return app
    }
  }

  @Test func `points and line stand beside the chart`() throws {
    try expect("line-points") { options in
      var run = Fixture.run
      run.model = "Linear"
      run.chosen.microBatches = 1
      run.name = "line"
      run.vocabulary = []
      run.guessingLoss = nil
      let points = stride(from: Float(-1.75), to: 2, by: 0.5).map {
        LineReading.Point(x: $0, y: 2 * $0 + 1 + ($0 > 0 ? 0.3 : -0.3), guess: $0)
      }
      let reading = LineReading(
        points: points.filter { $0.x > -1 }, data: points.map { .init(x: $0.x, y: $0.y) },
        weight: 1.2, bias: 0.4, xRange: -2...2, yRange: -5...7)
      var app = App(run: run, reading: .line(reading), options: options)
      _ = app.update(.keys([.tab]), at: 0)
      return app
    }
  }

  @Test(arguments: [("untrained", 0), ("learning", 60), ("trained", 400)])
  func `the map clears from fog to three arms`(name: String, steps: Int) throws {
    try expect("spiral-\(name)") { SpiralFixture.app(after: steps, options: $0) }
  }

  @Test func `forward tells how many guesses were right`() throws {
    try expect("spiral-forward") { options in
      var app = SpiralFixture.app(after: 39, options: options)
      for report in SpiralFixture.moves(of: 40).prefix(2) { _ = app.update(.moved(report), at: 1) }
      return app
    }
  }

  @Test func `the evaluation tells the share of right guesses`() throws {
    try expect("spiral-evaluation") { options in
      var app = SpiralFixture.app(after: 300, options: options)
      _ = app.update(.evaluating(step: 300), at: 1)
      _ = app.update(.evaluated(SpiralFixture.evaluation(300)), at: 1)
      return app
    }
  }

  @Test func `below forty by eight one line asks for room`() {
    let app = Fixture.app(after: 2, options: App.Options())
    for (width, height) in [(39, 24), (80, 7), (12, 3), (1, 1), (0, 0)] {
      let text = app.frame(width: width, height: height).text
      let forms = ["make this window larger: 40 x 8", "make it larger: 40 x 8", "40 x 8", ""]
      let lines = text.split(separator: "\n").map(String.init)
      #expect(
        lines == forms.filter { $0.count <= width && height > 0 && !$0.isEmpty }.prefix(1) + [])
      #expect(text.split(separator: "\n").count <= 1)
    }
  }

  @Test func `every size from the smallest on is drawn without a hole in the footer`() {
    for (_, options) in GoldenScreen.styles {
      let app = Fixture.app(after: 150, options: options)
      for width in stride(from: 40, through: 200, by: 7) {
        for height in stride(from: 8, through: 60, by: 5) {
          let lines = app.frame(width: width, height: height).text.split(
            separator: "\n", omittingEmptySubsequences: false)
          #expect(lines.last?.contains("step") == true, "\(width) x \(height)")
          #expect(lines.first?.contains("150 / 2000") == true, "\(width) x \(height)")
        }
      }
    }
  }

  @Test func `a sentence that does not fit says that there is more`() {
    let app = Fixture.app(after: 342, options: App.Options())
    #expect(app.frame(width: 40, height: 10).text.contains("…"))
    #expect(!app.frame(width: 80, height: 24).text.contains("…"))
  }

  @Test func `in ascii every character has seven bits`() {
    let app = Fixture.app(after: 250, options: App.Options(ascii: true))
    for (width, height) in Self.sizes + [(60, 20)] {
      let text = app.frame(width: width, height: height).text
      #expect(text.unicodeScalars.allSatisfy { $0.isASCII })
    }
  }

  @Test func `a clipped step is orange, a step that was not is not`() {
    for (step, isClipped) in [(134, true), (135, false)] {
      let app = Fixture.app(after: step, options: App.Options())
      let frame = app.frame(width: 80, height: 24)
      let labels = frame.cells.count { $0.role == .clippedLabel }
      #expect((labels > 0) == isClipped)
      #expect(frame.text.contains(" clipped ─") == isClipped)
    }
  }
}
