import Canvas
import Moves
import Testing

@testable import Visualizer

/// Somebody else's loop: it makes moves and steps, and comes to an end of its own.
private final class OtherLoop: Source {
  let facts = Fixture.run
  let abilities: Abilities = .moves
  private let last: Int
  private var waiting: [MoveReport] = []
  private var step = 0

  init(steps: Int) { last = steps }

  private func next() throws -> MoveReport {
    if waiting.isEmpty {
      guard step < last else { throw Ended() }
      step += 1
      waiting = Fixture.moves(of: step)
    }
    return waiting.removeFirst()
  }

  func perform(_ request: Request, goesOn: () -> Bool, tell: (News) -> Void) throws {
    do {
      switch request {
      case .move: tell(.moved(try next()))
      case .step, .steps:
        repeat { tell(.moved(try next())) } while !waiting.isEmpty
      default: throw Unable()
      }
    } catch is Ended {
      tell(.ended("The script ended with exit status 1."))
    }
  }

  private struct Ended: Error {}
  struct Unable: Error, CustomStringConvertible {
    let description = "this loop can only go on"
  }
}

@Suite struct SourceTests {
  @Test func `a loop of somebody else's is watched move by move and step by step`() {
    var watched = Watched(OtherLoop(steps: 9))
    watched.press(.right, .right)
    #expect(watched.app.run.now == Moment(completedSteps: 0, moves: 2))
    watched.press(.character(" "), .character(" "), .character(" "))
    #expect(watched.app.run.now == Moment(completedSteps: 3))
    #expect(watched.app.lastLoss == Fixture.loss(3))
  }

  @Test(arguments: [
    (Key.left, "This run cannot go back."), (.character(","), "This run cannot go back."),
    (.home, "This run cannot go back."),
    (.character("b"), "The loop of this run cannot be broken here."),
    (.character("e"), "This run evaluates only when its own loop does."),
    (.character("g"), "This run cannot be asked for a sample."),
    (.character("c"), "This run's gradient cannot be checked."),
    (.character("m"), "No parameter of this run can be followed."),
    (.character("/"), "No parameter of this run can be followed."),
    (.character("r"), "This run cannot be started again."),
  ])
  func `what a run cannot do is not asked of it, and its key says so`(key: Key, words: String) {
    var watched = Watched(OtherLoop(steps: 9))
    watched.press(.character(" "))
    let before = watched.asked
    watched.press(key)
    #expect(watched.asked == before)
    #expect(watched.lastLine.contains(words), "\(watched.lastLine)")
    watched.press(.character(" "))
    #expect(watched.app.completedSteps == 2)
  }

  @Test func `keys, footer and help offer no more than a run can do`() {
    let offered = { (abilities: Abilities) in
      KeyGuide.all(ascii: true, abilities: abilities).map(\.keys)
    }
    let every = ["space", "hold", "enter", "+ -", "tab", "1-5", "up dn", "y s p", "S", "?", "q"]
    #expect(offered([]) == every)
    #expect(Set(offered(.all)).subtracting(every) == ["->", "<-", ", .", "b", "e g c", "r R"])
    #expect(offered([.samples, .back]).contains("g") && offered([.back]).contains(", ."))
    let help = HelpView(glyphs: .ascii, optimizer: OptimizerName(.adamw), abilities: .moves)
      .frame(width: 100, height: 30).text
    #expect(!help.contains("take back") && !help.contains("mistake") && help.contains("next move"))
  }

  @Test func `a run that ends by itself says why, and goes no further`() {
    var watched = Watched(OtherLoop(steps: 2))
    watched.press(.character(" "), .character(" "), .character(" "))
    #expect(watched.lastLine.contains("The script ended with exit status 1."))
    let asked = watched.asked
    watched.press(.character(" "), .enter, .right)
    #expect(watched.asked == asked && watched.app.completedSteps == 2)
    #expect(watched.lastLine.contains("The script ended with exit status 1."))
  }

  @Test func `a run that begins after one that ended goes on`() {
    var watched = Watched(OtherLoop(steps: 9))
    _ = watched.app.update(.news(.ended("The script ended.")), at: 0)
    watched.press(.character(" "))
    #expect(watched.app.completedSteps == 0)
    _ = watched.app.update(.news(.started(Fixture.run, Fixture.reading(0))), at: 0)
    watched.press(.character(" "))
    #expect(watched.app.completedSteps == 1)
  }

  @Test func `what a source will not do is told, and all goes on`() {
    var watched = Watched(OtherLoop(steps: 9))
    _ = watched.app.update(.news(.refused("This loop can only go on")), at: 0)
    #expect(watched.lastLine.contains("This loop can only go on"))
    watched.press(.character(" "))
    #expect(watched.app.completedSteps == 1)
  }

  @Test func `a run that can only go on, in whole screens`() throws {
    try GoldenScreen.expect("other-loop", at: [(80, 24)]) { options in
      var watched = Watched(OtherLoop(steps: 2), options: options)
      watched.press(.character(" "), .character(" "), .right)
      return watched.app
    }
  }
}
