import Canvas
import Moves
import Testing

@testable import Visualizer

/// A screen on which a person's own text stands, with all that can be in one.
@Suite struct OwnTextTests {
  private static let text = TextFacts(
    name: "旅の本 e\u{301}\u{1B}[2J.txt", characters: 1_035_149, symbols: 2048, rareCharacters: 12_045)

  static func app(_ options: App.Options = App.Options(animates: false)) -> App {
    var run = Fixture.run
    run.text = text
    let reading = TextReading(
      context: "\u{202E}漢字\u{1B}[31m👨‍👩‍👧 cafe\u{301} 東京\n日本語の本を読む",
      answer: Guess(symbol: "む", logit: 2, probability: 0.4),
      guesses: [
        Guess(symbol: "む", logit: 2, probability: 0.4),
        Guess(symbol: "\u{1B}", logit: 1, probability: 0.2),
        Guess(symbol: "🇩🇪", logit: 0.5, probability: 0.1),
        Guess(symbol: "\u{FFFD}", logit: 0.4, probability: 0.05),
        Guess(symbol: "🎉", logit: 0.3, probability: 0.04),
      ], loss: 0.92)
    var app = App(run: run, reading: .text(reading), options: options)
    var report = Fixture.evaluation(1)
    report.sample = Sample(
      step: 1, prompt: "\n",
      text: "漢字かな交じり文\u{1B}]0;x\u{7}日本語 🎉👨‍👩‍👧 na\u{308}ive\u{200B}\u{9B}2J 한국어漢字かな交じり文漢字かな")
    _ = app.update(.evaluated(report), at: 0)
    return app
  }

  @Test func `no panel is shifted by a wide or combining character`() {
    for (width, height) in [(60, 20), (80, 24), (81, 25), (120, 40)] {
      var plain = Self.app()
      plain.run.facts.text = nil
      plain.run.stage = Stage(reading: Fixture.reading(0))
      var own = Self.app()
      for app in [plain, own] { #expect(app.frame(width: width, height: height).width == width) }
      for _ in 0..<5 {
        let bars = { (app: App) in
          let frame = app.frame(width: width, height: height)
          return (10..<height).map { y in
            frame.row(y, width: width).lastIndex { $0.glyph == "│" }
          }
        }
        #expect(bars(own) == bars(plain), "\(width) x \(height)")
        _ = plain.update(.keys([.tab]), at: 0)
        _ = own.update(.keys([.tab]), at: 0)
      }
    }
  }

  @Test func `nothing on the screen steers the terminal`() {
    var app = Self.app()
    for _ in 0..<4 {
      let frame = app.frame(width: 120, height: 40)
      #expect(frame.cells.allSatisfy { $0.isRightHalf || $0.glyph.shown == $0.glyph })
      _ = app.update(.keys([.tab]), at: 0)
    }
  }

  @Test func `the first words say which text is read, how much of it and what is kept back`() {
    var app = Self.app()
    app.run.stage = Stage(reading: app.run.stage.reading)
    let words = app.sentence.parts.text
    for part in [
      "1,035,149 characters", "2,048 symbols", "last tenth", "in 12,045 places", "\u{FFFD}",
    ] {
      #expect(words.contains(part), "\(words)")
    }
    #expect(wrap(words, width: 65).count <= 3, "\(words)")
    app.run.facts.text?.rareCharacters = 0
    #expect(app.sentence.parts.text.contains("Press space"))
    #expect(wrap(app.sentence.parts.text, width: 65).count <= 3)
  }

  @Test func `the header names the text where there is room`() {
    let header = { (width: Int) in
      Self.app().frame(width: width, height: 30).text.prefix { $0 != "\n" }
    }
    #expect(header(120).contains("story on 旅の本 é␛[2J.txt  GPT"))
    #expect(header(80).hasSuffix("paused, 4/s"))
    #expect(header(50).hasPrefix(" fivemoves  story "))
    #expect(header(40).hasPrefix(" story "))
  }

  @Test(arguments: [
    (" ", "space"), ("\n", "line"), ("\t", "tab"), ("a", "a"), ("é", "é"), ("漢", "漢"),
    ("\u{1B}", "U+001B"), ("\u{A0}", "U+00A0"), ("\u{200D}", "U+200D"), ("🇩🇪", "U1F1E9"),
    ("\u{3000}", "U+3000"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("\u{10FFFD}", "U10FFFD"), ("\u{FFFD}", "rare"),
  ])
  func `a symbol that is not seen alone is called by its name`(symbol: String, name: String) {
    #expect(SymbolName(symbol, hasRare: true).text == name)
    #expect(name.columns <= 7)
  }
}
