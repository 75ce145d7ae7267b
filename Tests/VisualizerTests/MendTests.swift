import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

@Suite struct MendTests {
  private let b = Key.character("b")

  @Test func `mended from before, everything is as it was`() throws {
    var alone = try World(animates: false)
    alone.makeSteps(4)
    let (text, bits) = (alone.text, alone.trainer.snapshot().fingerprint)
    var world = try World.told("high-learning-rate")
    world.press(.enter)
    world.press(b)
    world.press(.character("2"))
    world.settle()
    #expect(world.app.run.broken == nil && world.app.run.history.shownTurns.isEmpty)
    #expect(world.trainer.snapshot().fingerprint == bits)
    #expect(world.text == text)
    alone.makeSteps(3)
    world.makeSteps(3)
    #expect(world.text == alone.text)
  }

  @Test func `mended from here after going back, the steps that are dropped are named`() throws {
    var world = try World(animates: false)
    world.makeSteps(8)
    for _ in 0..<3 {
      world.press(.character(","))
      world.settle()
    }
    world.breakLoop("no-step")
    world.settle()
    world.press(.enter)
    world.makeSteps(2)
    world.press(b)
    world.press(.character("1"))
    world.settle()
    #expect(world.text.contains("The good run's steps 6 to 8 are dropped."))
    world.makeSteps(1)
    #expect(!world.text.contains("dropped"))
  }

  @Test func `mended from here, the good loop goes on with what the broken one made`() throws {
    var world = try World.told("forget-zero-grad")
    let values = world.trainer.snapshot().model.values
    world.press(.enter)
    world.press(b)
    world.press(.character("1"))
    world.settle()
    #expect(world.trainer.snapshot().model.values == values)
    #expect(world.app.run.facts.recipe == .correct)
    world.makeSteps(3)
    #expect(world.app.completedSteps == 107)
    #expect(world.app.run.history.twin == nil)
    #expect(world.app.run.history.shownTurns.map(\.step) == [4, 104])
    #expect(world.text.contains("mended") || world.text.contains("broken"))
  }

  /// All but the header, which says where one stands in the run.
  private func body(of world: World) -> String {
    world.text(of: .code).split(separator: "\n").dropFirst().joined(separator: "\n")
  }

  @Test func `going back in a broken run finds the same screens`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.breakLoop("forget-zero-grad")
    world.settle()
    world.press(.enter)
    var seen: [Int: String] = [:]
    let start = world.app.completedSteps
    for _ in 0..<12 {
      world.makeSteps(1)
      seen[world.app.completedSteps] = body(of: world)
    }
    for step in (start + 1..<start + 12).reversed() {
      world.press(.character(","))
      world.settle()
      #expect(world.app.completedSteps == step)
      #expect(body(of: world) == seen[step])
    }
    world.press(.end)
    world.settle()
    #expect(body(of: world) == seen[start + 12])
  }

  @Test func `going back ends where the loop was broken, and says so`() throws {
    var world = try World(animates: false)
    world.makeSteps(4)
    world.breakLoop("no-clip")
    world.settle()
    world.press(.enter)
    world.makeSteps(3)
    for _ in 0..<5 {
      world.press(.character(","))
      world.settle()
    }
    #expect(world.app.completedSteps == 4)
    #expect(world.text.contains("Broken after step 4"))
    world.press(.home)
    world.settle()
    #expect(world.app.completedSteps == 4)
  }

  @Test func `r begins anew with the good loop`() throws {
    var world = try World.told("no-step")
    world.press(.enter)
    world.press(.character("r"))
    world.settle()
    #expect(world.app.run.broken == nil && world.app.completedSteps == 0)
    #expect(world.app.run.facts.recipe == .correct)
    #expect(world.app.run.history.shownTurns.isEmpty)
    world.press(.tab)
    #expect(!world.app.panels.shown(in: 9).contains(.twin))
  }
}
