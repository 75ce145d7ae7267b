import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct TwinTableTests {
  @Test(arguments: [(1, "loss"), (2, "loss, last 2"), (19, "loss, last 19"), (40, "loss, last 20")])
  func `the table says of how many steps its loss is the mean`(steps: Int, name: String) throws {
    var world = try World(animates: false) { $0.evalInterval = 1000 }
    world.breakLoop("no-step")
    world.settle()
    world.press(.enter)
    while world.app.completedSteps < steps { world.makeSteps(1) }
    let broken = try #require(world.app.run.broken)
    let text = TwinPanel(broken: broken, glyphs: .unicode, step: steps)
      .frame(width: 44, height: 24).text
    let row = try #require(text.split(separator: "\n").first { $0.hasPrefix(" loss") })
    #expect(row.hasPrefix(" \(name)  "), "\(row)")
    let losses = try #require(broken.findings).comparison.broken.losses.suffix(20).map(Double.init)
    #expect(losses.count == min(steps, 20))
    let mean = losses.reduce(0, +) / Double(losses.count)
    #expect(row.split(separator: " ").dropLast().last.map(String.init) == Figures.plain(mean))
  }

  @Test func `while both runs go on by themselves the table is of the step in the header`() throws {
    var world = try World(animates: false) { $0.evalInterval = 1000 }
    world.tell(.resized(width: 100, height: 30))
    world.breakLoop("no-step")
    var seen: Set<Int> = []
    for _ in 0..<90 {
      world.pass(1.0 / 30)
      world.settle()
      let step = world.app.completedSteps
      guard step > 0 else { continue }
      seen.insert(step)
      let text = world.app.frame(width: 100, height: 30).text
      #expect(text.contains("after \(step == 1 ? "1 step " : "\(step) steps")"), "\(step)\n\(text)")
    }
    #expect(seen.count > 8)
  }
}
