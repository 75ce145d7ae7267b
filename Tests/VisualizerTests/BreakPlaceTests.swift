import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// Going where a mistake is seen best.
@Suite struct BreakPlaceTests {
  private let b = Key.character("b")
  private let g = Key.character("g")

  @Test func `g on the list begins the lesson where the mistake shows, and asks for a guess`()
    throws
  {
    var world = try World(lesson: "spiral", animates: false)
    world.makeSteps(3)
    world.press(b)
    #expect(world.text.contains("line --max-norm 1000"))
    world.press(g)
    world.settle()
    let run = world.app.run.facts
    #expect(run.name == "line" && run.chosen.maxNorm == 1000)
    #expect(world.app.completedSteps == 0 && world.app.run.history.loss.count == 0)
    #expect(world.app.breakPage == Breakage.named("forget-zero-grad").map { .guess($0) })
    #expect(world.text.contains("This is where it is seen best") && !world.text.contains("g goes"))
    world.press(.character("2"))
    world.settle()
    world.press(.enter)
    world.makeSteps(100)
    #expect(world.text.contains("You guessed its twin's curve. Correct"))
    #expect(world.app.panels.shown(in: 2) == [.twin, .numbers])
  }

  /// A kiosk gives a request its time: there is a while between the news and the end.
  @Test func `a run that has begun is asked for nothing before its beginning is over`() throws {
    var world = try World(lesson: "spiral", animates: false)
    world.press(b)
    world.press(g)
    guard case .request(.begin) = world.takeFirst() else { throw Unexpected() }
    world.tell(.started(try World().trainer.facts, nil))
    world.press(.escape, .escape, .character(" "))
    world.pass(1)
    #expect(world.pending.isEmpty)
    world.tell(.finished)
    #expect(world.pending.count == 1)
  }

  private struct Unexpected: Error {}

  @Test func `what does not apply here can be gone to where it does`() throws {
    var world = try World(animates: false)
    world.press(b)
    for _ in 0..<9 { world.press(.down) }
    #expect(world.text.contains("story --dropout 0.3"))
    world.press(.enter)
    #expect(world.app.breakPage == .list(choice: 9))
    world.press(g)
    world.settle()
    #expect(world.app.run.facts.model == "GPT" && world.app.run.facts.chosen.dropout == 0.3)
    #expect(world.text.contains("model.eval() is left out"))
    world.press(.escape, .escape)
    world.makeSteps(1)
    #expect(world.app.completedSteps == 1)
  }

  @Test func `from a verdict one goes there too, with the same seed`() throws {
    var world = try World.told("no-shuffle") { $0.seed = 7 }
    #expect(world.text.contains("spiral"))
    world.press(g)
    world.settle()
    #expect(world.app.run.facts.name == "spiral" && world.app.seed == 7)
    #expect(world.app.run.broken == nil && world.timeline.twin == nil)
    world.press(.escape, .escape, .character("r"))
    world.settle()
    #expect(world.app.run.facts.name == "spiral")
  }

  @Test func `a loop of one's own has no such place`() throws {
    var world = try World(animates: false)
    world.press(b, .end)
    #expect(!world.text.contains("seen best"))
    world.press(g)
    world.settle()
    #expect(world.app.breakPage == .list(choice: 16))
  }

  @Test func `that nothing raises an error stands on the lab's first page at every size`() throws {
    var world = try World(animates: false)
    world.press(b)
    for (width, height) in [(80, 24), (60, 20), (40, 24), (120, 40)] {
      let text = world.app.frame(width: width, height: height).text
      let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("A wrong order rarely raises an error; training quietly fails."))
    }
  }
}
