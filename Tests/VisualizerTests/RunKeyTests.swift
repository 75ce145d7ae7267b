import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// What the keys do to a run that goes by itself.
@Suite struct RunKeyTests {
  /// The key, and what the screen then stands at.
  private static let sideRoads: [Character] = ["e", "g", "c"]

  /// A line writes nothing.
  private func lesson(for road: Character) -> String { road == "g" ? "names" : "line" }

  /// Presses enter, and lets it run a moment at so many presses of + (or - below 0).
  private func running(_ faster: Int, lesson: String = "line", fastest: Double = .infinity) throws
    -> World
  {
    var world = try World(lesson: lesson, steps: 5000) {
      if lesson == "names" { ($0.width, $0.batchSize) = (8, 4) }
      $0.evalInterval = 1000
    }
    world.app.drive.fastest = fastest
    let key = Key.character(faster < 0 ? "-" : "+")
    for _ in 0..<abs(faster) { world.press(key) }
    world.press(.enter)
    for _ in 0..<6 {
      world.settle(atMost: 2)
      world.pass(0.3)
    }
    return world
  }

  private func kind(_ detour: Moves.Detour) -> Character? {
    switch detour {
    case .done: "e"
    case .sampled: "g"
    case .checked: "c"
    case .none, .running, .sampling: nil
    }
  }

  private func expectTaken(_ road: Character, _ world: inout World) throws {
    #expect(world.app.drive.isRunning)
    world.press(.character(try #require(road.unicodeScalars.first)))
    #expect(!world.app.drive.isRunning)
    world.rest()
    #expect(kind(world.app.run.stage.detour) == road)
    let made = world.app.completedSteps
    world.rest()
    #expect(world.app.completedSteps == made && made == world.trainer.completedSteps)
    #expect(made > 0 && made < 4900)
  }

  @Test(arguments: sideRoads, [-2, -1, 0, 1, 4])
  func `a side road asked for in a run pauses it and is taken at the first press`(
    road: Character, faster: Int
  ) throws {
    var world = try running(faster, lesson: lesson(for: road))
    try expectTaken(road, &world)
  }

  @Test(arguments: sideRoads)
  func `the same in a kiosk, in a network that writes, and in a broken run`(road: Character) throws
  {
    var kiosk = try running(9, lesson: lesson(for: road), fastest: 8)
    #expect(kiosk.app.drive.speed == 8)
    try expectTaken(road, &kiosk)
    var names = try running(4, lesson: "names")
    try expectTaken(road, &names)
    var broken = try World.told(name: "no-step", lesson: lesson(for: road), after: 0)
    broken.press(.enter)
    broken.press(.enter)
    for _ in 0..<3 {
      broken.settle(atMost: 1)
      broken.pass(0.3)
    }
    try expectTaken(road, &broken)
  }

  @Test(arguments: sideRoads)
  func `while the moves of a step light up a side road is taken at the first press, too`(
    road: Character
  ) throws {
    var world = try World(lesson: lesson(for: road))
    world.press(.character(" "))
    world.settle()
    world.pass(1)
    #expect(world.app.completedSteps == 0)
    world.press(.character(try #require(road.unicodeScalars.first)))
    world.rest()
    #expect(kind(world.app.run.stage.detour) == road && world.app.completedSteps == 1)
  }

  @Test(arguments: [-1, 0, 4])
  func `who goes back in a run goes back at the first press`(faster: Int) throws {
    for (key, steps) in [(Key.left, 1), (.character(","), 1), (.home, Int.max)] {
      var world = try running(faster)
      world.press(key)
      world.rest()
      #expect(!world.app.drive.isRunning)
      let newest = world.app.run.newest.completedSteps
      #expect(world.app.completedSteps == max(newest - steps, 0) && newest > 0)
    }
    var world = try running(faster)
    world.press(.end)
    world.rest()
    #expect(!world.app.drive.isRunning && world.app.run.now == world.app.run.newest)
    #expect(world.app.options.remark?.contains("the newest moment") == true)
  }

  @Test(arguments: [Key.character(" "), .right, .character(".")])
  func `a key that makes a step or a move only pauses a run`(key: Key) throws {
    var world = try running(1)
    let made = world.trainer.completedSteps
    world.press(key)
    world.rest()
    #expect(!world.app.drive.isRunning)
    #expect(world.app.completedSteps <= made + 1 && world.app.run.now.moves == 0)
  }
}
