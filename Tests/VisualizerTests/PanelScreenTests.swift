import Canvas
import Moves
import Testing

@testable import Visualizer

/// Every panel on whole screens, as it tells of formulas that are the same on every machine.
@Suite struct PanelScreenTests {
  @Test func `a parameter's whole way through a clipped step`() throws {
    try GoldenScreen.expect("panel-life") {
      PanelFixture.app(.life, after: 134, options: $0)
    }
  }

  @Test func `in the middle of a step its life ends where the step stands`() throws {
    try GoldenScreen.expect("panel-life-backward") {
      PanelFixture.app(.life, after: 141, moves: 5, options: $0)
    }
  }

  @Test func `a parameter is looked for by parts of its name`() throws {
    try GoldenScreen.expect("panel-life-search") { options in
      var app = PanelFixture.app(.life, after: 20, options: options)
      _ = app.update(.keys([.character("/")] + Self.typed("c_fc 300,1")), at: 1)
      return app
    }
  }

  @Test func `each layer with its gradient and how far it moves`() throws {
    try GoldenScreen.expect("panel-layers") {
      PanelFixture.app(.layers, after: 134, options: $0)
    }
  }

  @Test func `before the first step the layers have shapes and nothing else`() throws {
    try GoldenScreen.expect("panel-layers-start") {
      PanelFixture.app(.layers, after: 0, options: $0)
    }
  }

  @Test func `the words of the live move come first`() throws {
    try GoldenScreen.expect("panel-words") {
      PanelFixture.app(.words, after: 141, moves: 10, options: $0)
    }
  }

  @Test func `our own lines instead of the loop where there is no room for both`() throws {
    try GoldenScreen.expect("panel-code") { options in
      var app = PanelFixture.app(.code, after: 141, moves: 10, options: options)
      _ = app.update(.keys([.down]), at: 1)
      return app
    }
  }

  @Test func `another example of the micro-batch can be chosen`() throws {
    try GoldenScreen.expect("panel-reading") { options in
      var app = PanelFixture.app(.reading, after: 141, moves: 2, options: options)
      guard case .text(var reading) = app.run.stage.reading else { return app }
      var second = reading
      (second.context, second.loss) = ("came to the well and drank. The fro", 1.17)
      second.answer = Guess(symbol: " ", logit: 4.3, probability: 0.31)
      reading.others = [second, second, second]
      app.run.stage = Stage(reading: .text(reading))
      _ = app.update(.keys([.down]), at: 1)
      return app
    }
  }

  @Test func `a side road on which the network writes`() throws {
    try GoldenScreen.expect("detour-sample") { options in
      var app = PanelFixture.app(.reading, after: 20, options: options)
      let sample = Fixture.evaluation(20).sample
      _ = app.update(.sampled(SampleReport(step: 20, sample: sample, unchanged: true)), at: 1)
      return app
    }
  }

  @Test func `a side road on which the network is about to be measured`() throws {
    try GoldenScreen.expect("detour-running") { options in
      var app = PanelFixture.app(.code, after: 20, options: options)
      _ = app.update(.evaluating(step: 20), at: 1)
      return app
    }
  }

  @Test func `a side road on which the gradient is checked`() throws {
    try GoldenScreen.expect("detour-check") { options in
      var app = PanelFixture.app(.code, after: 140, options: options)
      _ = app.update(.checked(DetourTests.check(on: 2.61)), at: 1)
      return app
    }
  }

  @Test func `training that stopped at the first infinite figure`() throws {
    try GoldenScreen.expect("divergence") { options in
      var app = PanelFixture.app(.move, after: 20, options: options)
      for var report in Fixture.moves(of: 21).prefix(2) {
        if case .forward(var forward) = report.outcome {
          forward.loss = .infinity
          report.outcome = .forward(forward)
        }
        _ = app.update(.moved(report), at: 1)
      }
      return app
    }
  }

  @Test(arguments: [
    (Panel.code, "the loop in PyTorch"), (.reading, "what it reads"),
    (.move, "4 clip"), (.life, "a parameter's life"), (.layers, "layers"), (.words, "words"),
  ])
  func `a panel is drawn at every width, in plain letters where there are no others`(
    panel: Panel, title: String
  ) {
    var app = PanelFixture.app(panel, after: 3, moves: 10, options: GoldenScreen.styles[0].options)
    for width in stride(from: 40, through: 200, by: 5) {
      for height in [10, 24, 40] {
        _ = app.update(.resized(width: width, height: height), at: 1)
        app.panels.show(panel)
        let text = app.frame(width: width, height: height).text
        #expect(text.contains(title), "\(width) x \(height)")
        #expect(!text.unicodeScalars.contains { $0.value > 126 }, "\(width) x \(height)")
        #expect(!text.split(separator: "\n").contains { $0.count > width })
      }
    }
  }

  static func typed(_ text: String) -> [Key] { text.unicodeScalars.map(Key.character) }
}
