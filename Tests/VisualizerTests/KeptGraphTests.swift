import Canvas
import Moves
import Testing

@testable import Visualizer

/// Graphs that are kept alive are seen while the run goes on, not only in its verdict.
@Suite struct KeptGraphTests {
  /// The broken run's and its twin's count beside the chart.
  private func alive(_ world: World) -> [Int] {
    let row = world.text.firstMatch(of: /operations alive +([\d,]+) +([\d,]+)/)
    return [row?.1, row?.2].compactMap { $0 }.compactMap { Int($0.replacing(",", with: "")) }
  }

  @Test func `the live operations of kept losses grow step by step before the verdict`() throws {
    var world = try World(animates: false) { ($0.microBatches, $0.evalInterval) = (2, 1000) }
    world.app.breakPage = .guess(try #require(Breakage.named("keep-loss-tensor")))
    world.press(.character("3"))
    world.settle()
    world.press(.enter)
    world.makeSteps(1)
    var seen: [Int] = []
    for _ in 0..<20 {
      world.makeSteps(1)
      let counts = alive(world)
      try #require(counts.count == 2, "\(world.text)")
      // Two passes a step, of which the twin has the last alive and the broken run all.
      #expect(counts[1] > 1 && counts[0] == 2 * world.app.completedSteps * counts[1])
      seen.append(counts[0])
    }
    #expect(
      zip(seen, seen.dropFirst()).allSatisfy { $0 < $1 } && world.app.run.broken?.isTold == false)
    while world.app.run.stage.live?.move != .forward {
      world.press(.right)
      world.settle()
    }
    let panel = MovePanel(app: world.app).frame(width: 40, height: 20).text
    #expect(panel.contains(/operations alive +\d/), "\(panel)")
  }

  @Test func `a loop that lets go of its losses has no such figure`() throws {
    var world = try World(animates: false)
    world.makeSteps(2)
    world.press(.right, .right)
    world.settle()
    let panel = MovePanel(app: world.app).frame(width: 40, height: 20).text
    #expect(!panel.contains("operations alive"))
  }
}
