import Canvas
import Moves
import Testing
import Training

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
    app.run.stage.live?.move == .step && app.run.stage.detour == .none && !app.playback.isEmpty
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
    let soFar = world.app.watch.soFar
    let before = try #require(soFar.gradients.last?.value ?? nil)
    let text = panel(world)
    #expect(text.contains("grad   \(Figures.digits(Double(before)))"), "\(text)")
    #expect(!text.contains("None") && !text.contains("not told yet"), "\(text)")
    // What is shown now is what is shown when all lights are out.
    world.rest()
    #expect(world.app.watch.soFar.now == soFar.now)
  }

  @Test func `what nobody has told of a parameter is not called None`() throws {
    var world = try world { $0.run.stage.live?.move == .backward }
    world.press(.character("/"))
    for scalar in "1 2,3".unicodeScalars { world.press(.character(scalar)) }
    world.press(.enter)
    // The run has been asked and has not answered.
    let text = panel(world)
    #expect(text.contains("grad   not told yet") && !text.contains("None"), "\(text)")
  }

  /// The figures that the same run has for it where it was watched from the first step on.
  @Test(arguments: [Move.zeroGrad, .forward, .backward, .clip])
  func `a step that is being lit tells of it what its lights have come to, and no more`(
    move: Move
  ) throws {
    var world = try world { $0.run.stage.live?.move == move }
    find("1 2,3", in: &world)
    #expect(world.app.run.stage.live?.move == move)

    let other = try Trainer(
      lesson: "names", hyperparameters: try #require(world.app.run.facts.hyperparameters))
    _ = other.watch([world.app.watch.chosen])
    var (value, gradient, clipped) = (Float(0), Float?.none, Float?.none)
    var life: ParameterLife?
    while life == nil {
      let report = other.advance()
      if report.move == .zeroGrad { value = report.watched[0].value }
      if report.move == .backward { gradient = report.watched[0].gradient }
      if report.move == .clip { clipped = report.watched[0].gradient }
      if case .step(let update) = report.outcome { life = update.watched.first }
    }
    let text = panel(world)
    let told = try #require(life)
    #expect(
      text.contains("p      \(Figures.parameter(Double(value), moving: 0))"), "\(value) in\n\(text)"
    )
    let hasGradient = [.backward, .clip].contains(move)
    #expect(text.contains("grad   None") == !hasGradient, "\(text)")
    let (before, after) = (
      Figures.digits(Double(try #require(gradient))), Figures.digits(Double(try #require(clipped)))
    )
    #expect(text.contains("grad   \(before)") == hasGradient, "\(before) in\n\(text)")
    #expect(text.contains("clip   \(after)") == (move == .clip), "\(after) in\n\(text)")
    // What step makes of it is told with its own light.
    let change = "change \(Figures.digits(Double(told.change)))"
    #expect(!text.contains(change) && !text.contains("not told yet"), "\(text)")
    while !world.app.playback.isEmpty {
      world.pass(0.05)
      world.settle()
    }
    #expect(panel(world).contains(change), "\(change) in\n\(panel(world))")
  }

  @Test func `who asks for what moved most before anything has is shown it with the step`() throws {
    var world = try world { $0.run.stage.live?.move == .forward }
    world.press(.character("m"))
    #expect(world.app.options.remark?.contains("No parameter has moved yet") == true)
    world.rest()
    guard case .step(let update) = world.app.run.stage.latest[.step]?.outcome else {
      Issue.record("no step was lit")
      return
    }
    let most = try #require(update.largestMover.flatMap { world.app.run.facts.place(of: $0) })
    #expect(world.app.options.remark == nil && world.app.watch.chosen == most)
  }
}
