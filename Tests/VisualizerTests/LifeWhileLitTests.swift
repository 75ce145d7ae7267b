import Canvas
import Moves
import Testing

@testable import Visualizer

/// A parameter that is looked for while the first step is still being lit.
@Suite struct LifeWhileLitTests {
  /// Pressed space once, and stands before the named move of step 1 is lit, or before its evaluation.
  private func world(until isThere: (App) -> Bool) throws -> World {
    var world = try World(lesson: "names") { ($0.width, $0.batchSize) = (8, 4) }
    world.press(.character(" "))
    world.settle()
    for _ in 0..<400 where !isThere(world.app) {
      world.pass(0.05)
      world.settle()
    }
    #expect(isThere(world.app))
    return world
  }

  private func panel(_ world: World) -> String {
    LifePanel(app: world.app).frame(width: 100, height: 30).text
  }

  private func isBeforeEvaluation(_ app: App) -> Bool {
    app.stage.live?.move == .step && app.stage.detour == .none && !app.playback.isEmpty
  }

  private func find(_ text: String, in world: inout World) {
    world.press(.character("/"))
    for scalar in text.unicodeScalars { world.press(.character(scalar)) }
    world.press(.enter)
    world.settle()
  }

  @Test func `before its evaluation a step's figures of a parameter are there`() throws {
    var world = try world(until: isBeforeEvaluation)
    find("1 2,3", in: &world)
    #expect(isBeforeEvaluation(world.app))
    let track = world.app.watch.track
    let before = try #require(track.gradients.last?.value ?? nil)
    let text = panel(world)
    #expect(text.contains("grad   \(Figures.digits(Double(before)))"), "\(text)")
    #expect(!text.contains("None") && !text.contains("not told yet"), "\(text)")
    // What is shown now is what is shown when all lights are out.
    world.rest()
    #expect(world.app.watch.track.now == track.now)
  }

  @Test func `what nobody has told of a parameter is not called None`() throws {
    var world = try world { $0.stage.live?.move == .backward }
    find("1 2,3", in: &world)
    #expect(world.app.stage.live?.move == .backward)
    let text = panel(world)
    #expect(text.contains("grad   not told yet") && !text.contains("None"), "\(text)")
  }

  @Test func `who asks for what moved most before anything has is shown it with the step`() throws {
    var world = try world { $0.stage.live?.move == .forward }
    world.press(.character("m"))
    #expect(world.app.options.remark?.contains("No parameter has moved yet") == true)
    world.rest()
    guard case .step(let update) = world.app.stage.latest[.step]?.outcome else {
      Issue.record("no step was lit")
      return
    }
    let most = try #require(update.largestMover.flatMap { world.app.run.place(of: $0) })
    #expect(world.app.options.remark == nil && world.app.watch.chosen == most)
  }
}
