import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

@Suite struct DetourTests {
  private func screen(_ world: World) -> String { world.app.frame(width: 80, height: 24).text }

  @Test func `an evaluation takes the place of the five moves and names both switches`() throws {
    var world = try World(animates: false)
    world.press(.character("e"))
    world.rest(ticks: 2)
    let text = screen(world)
    for words in ["side road", "eval()", "no_grad()", "train loss", "validation loss", "unchanged"]
    {
      #expect(text.contains(words), "\(words)")
    }
    #expect(!text.contains("╭ 1 ─"))
    world.press(.right)
    world.rest(ticks: 2)
    #expect(screen(world).contains("╭ 1 ─"))
  }

  @Test(arguments: ["e", "c"], 40...75)
  func `a narrow screen leaves out whole figures of a side road`(key: Unicode.Scalar, width: Int)
    throws
  {
    var world = try World(animates: false)
    world.press(.character(key))
    world.rest(ticks: 2)
    let row = try #require(
      world.app.frame(width: width, height: 24).text.split(separator: "\n").dropFirst().first)
    let facts = try #require(DetourFacts(world.app.run.stage.detour, world.app.run.facts, .unicode))
    var rest = row.trimmingPrefix(" ")
    for part in [facts.short] + facts.figures.map({ "\($0.name) \($0.value)" }) {
      if rest.hasPrefix(part) { rest = rest.dropFirst(part.count).trimmingPrefix("  ") }
    }
    #expect(rest.isEmpty, "\(row)")
    #expect(key != "e" || row.contains("validation loss "), "\(row)")
  }

  @Test func `a person can ask for text, and nothing is learned`() throws {
    var world = try World(lesson: "names", animates: false) {
      ($0.width, $0.batchSize) = (8, 4)
    }
    let before = world.trainer.snapshot().model
    world.press(.character("g"))
    world.rest(ticks: 2)
    guard case .sampled(let report) = world.app.run.stage.detour else {
      Issue.record("nothing was written")
      return
    }
    #expect(report.unchanged && report.sample != nil)
    #expect(world.trainer.snapshot().model.values == before.values)
    #expect(screen(world).contains("it wrote: "))
  }

  @Test func `a network without words says that it does not write`() throws {
    var world = try World(animates: false)
    world.press(.character("g"))
    world.rest(ticks: 2)
    #expect(screen(world).contains("does not write"))
  }

  @Test(arguments: ["line", "spiral", "names", "story"])
  func `the gradient is checked live, at any moment, and both figures are shown`(
    lesson: String
  ) throws {
    var world = try World(lesson: lesson, animates: false) {
      if lesson == "story" { ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6) }
      if lesson == "names" { ($0.width, $0.batchSize) = (8, 4) }
    }
    for _ in 0..<7 {
      let before = world.trainer.snapshot().fingerprint
      world.press(.character("c"))
      world.rest(ticks: 2)
      guard case .checked(let check) = world.app.run.stage.detour else {
        Issue.record("nothing was checked")
        return
      }
      #expect(check.unchanged && world.trainer.snapshot().fingerprint == before)
      #expect(check.difference < 0.01, "\(check)")
      for figure in [check.norm, check.slope] {
        #expect(screen(world).contains(Figures.digits(figure)))
      }
      world.press(.right)
      world.rest(ticks: 2)
    }
  }

  @Test func `sentences of side roads fit the smallest screen with boxes`() {
    let sample = Sample(step: 99_999, prompt: "", text: String(repeating: "a", count: 200))
    let detours: [Moves.Detour] = [
      .sampling(step: 99_999),
      .sampled(SampleReport(step: 99_999, sample: sample, unchanged: true)),
      .sampled(SampleReport(step: 99_999, sample: sample, unchanged: false)),
      .checked(Self.check(on: 2.61)), .checked(Self.check(on: .nan)),
      .checked(Self.check(on: 2.505)), .checked(Self.check(on: 2.5001)),
    ]
    for detour in detours {
      var stage = Stage(reading: Fixture.reading(0))
      stage.detour = detour
      let parts = Sentence(run: Fixture.run, stage: stage).parts
      #expect(wrap(parts.text, width: 65).count <= 3, "\(parts.text)")
    }
  }

  static func check(on: Float) -> GradientCheck {
    GradientCheck(
      step: 140, norm: 2.1034, loss: 2.5, lossBack: 2.5 - (on - 2.5), lossOn: on,
      distance: 0.0523, unchanged: true)
  }

  @Test func `at every width the side road has its figures`() {
    let facts = DetourFacts(.done(Fixture.evaluation(1400)), Fixture.run, .unicode)
    for width in stride(from: 76, through: 200, by: 3) {
      let text =
        facts.map { DetourView(facts: $0, glyphs: .unicode).boxes(width: width).text } ?? ""
      for words in ["train loss", "validation loss", "unchanged", "eval()"] {
        #expect(text.contains(words), "\(width)")
      }
    }
  }

  @Test(arguments: [40, 50, 60])
  func `on a narrow screen what a side road found is told to its end`(width: Int) {
    var app = Fixture.app(after: 20, options: App.Options(animates: false))
    _ = app.update(.checked(Self.check(on: 2.61)), at: 1)
    let words = app.frame(width: width, height: 24).text.split(separator: "\n")
      .joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("by nudging the parameters, 2.10."), "\(words)")
    #expect(words.contains("the gradient is right."), "\(words)")
  }
}
