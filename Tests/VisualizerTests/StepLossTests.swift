import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// The loss of a training step is of one moment, whatever the order of the loop, and the screen says
/// of which.
@Suite struct StepLossTests {
  private func world(_ loop: String, parts: Int = 1) throws -> World {
    var world = try World(animates: false) { ($0.microBatches, $0.evalInterval) = (parts, 1000) }
    world.app.breakPage = .guess(try #require(Breakage.named(loop)))
    world.press(.character("2"))
    world.settle()
    world.press(.enter)
    return world
  }

  private func mean(_ losses: [Float]) -> Float {
    Float(losses.reduce(0) { $0 + Double($1) } / Double(losses.count))
  }

  @Test(
    arguments: [
      ("zero_grad,forward,backward,clip,step", 4, 4),
      ("zero_grad,forward,backward,step,forward,clip,step", 1, 1),
      ("forward,backward,step,forward,clip,step", 1, 1),
      ("zero_grad,forward,forward,backward,clip,step", 1, 2),
      ("zero_grad,forward,step,backward,clip", 4, 1),
      ("step,zero_grad,forward,backward,clip", 2, 2),
    ])
  func `only losses with the same parameters are in a step's mean`(
    loop: String, parts: Int, count: Int
  ) throws {
    let moves = loop.split(separator: ",").compactMap { name in
      Move.allCases.first { $0.name == name }
    }
    var chosen = try #require(Lessons.named("line")).defaults
    chosen.microBatches = parts
    let loop = Loop(recipe: Recipe(moves: moves), hyperparameters: chosen)
    let trainer = try Trainer(lesson: "line", loop: loop)
    for _ in 0..<8 {
      var (report, used): (MoveReport, [[Float]]) = (trainer.advance(), [])
      var losses: [Float] = []
      while true {
        if case .forward(let forward) = report.outcome {
          losses.append(try #require(forward.loss))
          used.append(report.watched.map(\.value))
        }
        if report.completesStep { break }
        report = trainer.advance()
      }
      let summary = try #require(report.summary)
      #expect(summary.microLosses == losses)
      #expect(summary.loss == mean(Array(losses.prefix(count))))
      // The parameters say which losses are of one moment.
      #expect(used.prefix(count).allSatisfy { $0 == used[0] })
    }
  }

  @Test func `a loop with a second forward after its update begins where its twin does`() throws {
    let world = try World.told(name: "forward,backward,step,forward,clip,step", after: 0)
    let comparison = try #require(world.app.run.broken?.findings?.comparison)
    #expect(comparison.broken.losses[0] == comparison.twin.losses[0])
    #expect(comparison.words.contains("Both began at"))
  }

  @Test func `a forward after the update is said not to be on the curve`() throws {
    var world = try world("forward,backward,step,forward,clip,step")
    world.makeSteps(3)
    let onCurve = try #require(world.app.run.history.lastLoss)
    var losses: [Float] = []
    for place in 0..<6 {
      world.press(.right)
      world.settle()
      guard case .forward(let forward) = world.app.run.stage.live?.outcome else { continue }
      losses.append(try #require(forward.loss))
      let isLate = world.app.sentence.parts.text.contains("not on the curve")
      #expect(isLate == (place == 3), "\(world.app.sentence.parts.text)")
    }
    #expect(losses.count == 2 && losses[0] != losses[1])
    #expect(world.app.run.history.lastLoss == losses[0] && losses[0] != onCurve)
    #expect(world.text.contains("loss before update \(Figures.loss(losses[0])),"), "\(world.text)")
  }

  @Test(
    arguments: [
      ("zero_grad,forward,forward,backward,clip,step", "mean loss before update "),
      ("step,zero_grad,forward,backward,clip", "loss after update "),
      ("zero_grad,forward,backward,clip", "loss "),
    ])
  func `the title says whether the loss was measured before or after the update`(
    loop: String, title: String
  ) throws {
    var world = try world(loop)
    world.makeSteps(3)
    let loss = try #require(world.app.run.history.lastLoss)
    let chart = LossView(app: world.app).frame(width: 60, height: 12).text
    #expect(chart.hasPrefix(title + Figures.loss(loss)), "\(chart)")
    let box = MovePanel(app: world.app).frame(width: 40, height: 20).text
    #expect(!box.contains("on the curve") || loop.contains("forward,forward"))
  }
}
