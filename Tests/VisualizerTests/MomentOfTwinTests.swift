import Canvas
import Moves
import Testing

@testable import Visualizer

/// The figures of a broken run and of its twin are of the moment that the screen shows.
@Suite struct MomentOfTwinTests {
  private func table(_ world: World) -> [Substring] {
    let broken = world.app.run.broken
    let frame = world.app.panelFrame(.twin, width: 44, height: 30)
    #expect(broken != nil)
    return frame.text.split(separator: "\n")
  }

  private func row(_ name: String, _ world: World) -> [Substring]? {
    table(world).first { $0.hasPrefix(" \(name)") }?.dropFirst(name.count + 1).split(separator: " ")
  }

  @Test func `who goes back sees the table of the step on the screen`() throws {
    var world = try World.told("forget-zero-grad", after: 0) { $0.evalInterval = 10 }
    world.press(.enter)
    let end = world.app.completedSteps
    var there: [Int: [Substring]] = [end: table(world)]
    for _ in 0..<30 { world.press(.character(",")) }
    world.settle()
    #expect(world.app.completedSteps == end - 30)
    #expect(row("after", world)?.first == "\(end - 30)")
    let losses = try #require(world.app.run.broken?.findings?.comparison.broken.losses)
    let last = losses.prefix(end - 30).suffix(20).map(Double.init)
    #expect(
      row("loss, last 20", world)?.first.map(String.init)
        == Figures.plain(last.reduce(0, +) / Double(last.count)))
    #expect(row("val. loss at", world)?.first == "\((end - 30) / 10 * 10)")
    let signs = table(world).joined(separator: "\n")
    #expect(signs.contains("Up to step \(end), the newest:"), "\(signs)")
    for _ in 0..<30 { world.press(.character(".")) }
    world.settle()
    there[0] = table(world)
    #expect(there[0] == there[end])
  }

  @Test func `while a step lights up the table is of the step that is complete`() throws {
    var world = try World.told("forget-zero-grad", after: 0)
    world.press(.enter)
    world.app.options.animates = true
    let end = world.app.completedSteps
    world.pass(100)
    world.press(.character(" "))
    world.settle()
    #expect(world.app.completedSteps == end && world.app.run.stage.step == end + 1)
    #expect(row("after", world)?.first == "\(end)")
    #expect(!table(world).contains { $0.contains("the newest") })
    world.rest()
    #expect(row("after", world)?.first == "\(end + 1)")
  }

  @Test func `where an update comes before the loss the twin's is told to be from before its own`()
    throws
  {
    var early = try World.told("step-before-backward", after: 0)
    early.press(.enter)
    let text = early.app.frame(width: 120, height: 40).text
    #expect(text.contains("after update ") && text.contains(", twin before "), "\(text)")
    #expect(early.text.contains("after update ") && early.text.contains(", twin before "))
    #expect(table(early).joined(separator: " ").contains("The broken losses are after"))
    let good = try World.told("forget-zero-grad", after: 0)
    #expect(!table(good).joined(separator: " ").contains("The broken losses are after"))
  }

  @Test func `on eighty columns the loss of a step in progress says when it was measured`() throws {
    var world = try World.told("forget-zero-grad", after: 0)
    world.press(.enter)
    world.press(.right)
    world.settle()
    let step = world.app.completedSteps
    #expect(world.text.contains("step \(step): before "), "\(world.text)")
  }
}
