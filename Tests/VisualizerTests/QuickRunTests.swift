import Canvas
import Testing

@testable import Visualizer

@Suite struct QuickRunTests {
  /// What stands right of the curve.
  private func panel(_ app: App) -> [Substring] {
    app.frame(width: 100, height: 30).text
      .split(separator: "\n", omittingEmptySubsequences: false)
      .dropFirst(10).dropLast().map { $0.dropFirst(57) }
  }

  /// A run of `line` at sixteen steps a second, shown thirty times a second.
  private func running() throws -> World {
    var world = try World()
    world.press(.tab)
    world.press(.character("+"), .character("+"), .enter)
    return world
  }

  @Test func `the panels of a quick run change four times a second, the curve with each step`()
    throws
  {
    var world = try running()
    var panels = [panel(world.app)]
    var steps: Set<Int> = []
    for _ in 0..<60 {
      world.pass(1.0 / 30)
      world.settle()
      steps.insert(world.app.completedSteps)
      let now = panel(world.app)
      if now != panels.last { panels.append(now) }
    }
    #expect(steps.count >= 30)
    #expect((6...10).contains(panels.count), "\(panels.count)")
  }

  @Test func `a pause shows the panels as they are now`() throws {
    var world = try running()
    for _ in 0..<40 {
      world.pass(1.0 / 30)
      world.settle()
    }
    world.press(.enter)
    world.settle()
    var alone = world.app
    alone.still = []
    #expect(panel(world.app) == panel(alone))
    #expect(world.app.still.isEmpty)
  }

  @Test func `another panel is shown at once`() throws {
    var world = try running()
    for _ in 0..<20 {
      world.pass(1.0 / 30)
      world.settle()
    }
    let before = panel(world.app)
    world.press(.tab)
    #expect(panel(world.app) != before)
  }

  @Test func `what is kept for the panels keeps nothing itself`() throws {
    var world = try running()
    for _ in 0..<40 {
      world.pass(1.0 / 30)
      world.settle()
      #expect(world.app.still.allSatisfy { $0.still.isEmpty })
    }
    #expect(!world.app.still.isEmpty)
  }
}
