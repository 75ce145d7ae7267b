import Canvas
import Moves
import Notation
import Testing

@testable import Training
@testable import Visualizer

/// Each figure of the panel "every number" is the engine's at the moment that its row names, whatever
/// the order of the loop.
@Suite struct LineMomentTests {
  private func world(_ loop: String, parts: Int = 1) throws -> World {
    var world = try World(animates: false) {
      ($0.microBatches, $0.evalInterval) = (parts, 1000)
    }
    world.makeSteps(2)
    guard loop != "correct" else { return world }
    world.app.breakPage = Breakage.named(loop).map { .guess($0) }
    world.press(.enter)
    world.settle()
    world.press(.enter)
    return world
  }

  /// The panel alone, where every row has room.
  private func rows(_ world: World) -> [[String]] {
    guard case .line(let reading) = world.app.run.stage.reading else { return [] }
    return NumbersPanel(app: world.app, reading: reading).frame(width: 44, height: 24).text
      .split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  /// Both figures of the row of this name.
  private func figures(_ name: String, _ rows: [[String]]) -> [String]? {
    let words = name.split(separator: " ").map(String.init)
    return rows.first { $0.starts(with: words) && $0.count >= words.count + 2 }.map {
      Array($0.suffix(2))
    }
  }

  private func gradients(_ world: World) -> [Float?] {
    world.trainer.watchedNow.map(\.gradient)
  }

  /// Whether these are the figures, rounded as they are printed, with two decimals at least.
  private func areShown(_ values: [Float?], _ texts: [String]?) -> Bool {
    guard let texts, texts.count == values.count else { return false }
    return zip(values, texts).allSatisfy { value, text in
      let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
      return decimals > 0 && value.map { Figure.fixed(Double($0), decimals: decimals) } == text
    }
  }

  private func go(_ world: inout World, to move: Move) {
    repeat {
      world.press(.right)
      world.settle()
    } while world.app.run.stage.live?.move != move
  }

  @Test func `a gradient that zero_grad did not wipe is shown as an old one, and not as None`()
    throws
  {
    var world = try world("forget-zero-grad")
    world.makeSteps(2)
    for _ in 0..<3 {
      go(&world, to: .forward)
      let old = gradients(world).map { $0.map(LineLife.figure) ?? "None" }
      #expect(figures("old gradient", rows(world)) == old && !old.contains("None"))
      #expect(figures("gradient", rows(world)) == nil)
      let held = gradients(world)
      go(&world, to: .backward)
      let rows = rows(world)
      #expect(areShown(gradients(world), figures("gradient", rows)) && gradients(world) != held)
      #expect(areShown(held, figures("= old gradient", rows)), "\(rows)")
    }
  }

  @Test(
    arguments: [
      "correct", "forget-zero-grad", "step-before-backward", "no-clip",
      "step,zero_grad,forward,backward,clip", "step,forward,backward,clip",
      "zero_grad,forward,step,backward,clip", "zero_grad,forward,backward,clip,step,step",
    ])
  func `value and change make the new value, wherever step stands in the loop`(loop: String) throws
  {
    var (world, sums) = (try world(loop), 0)
    for _ in 0..<24 {
      world.press(.right)
      world.settle()
      let rows = rows(world)
      guard let change = figures("change, lr", rows.map { $0.filter { Double($0) != 0.1 } })
      else { continue }
      let old = try #require(figures("found by step", rows) ?? figures("value", rows))
      let new = try #require(figures("new value", rows))
      for (place, text) in new.enumerated() {
        let decimals = text.split(separator: ".").last?.count ?? 0
        let sum = try #require(Double(old[place])) + (try #require(Double(change[place])))
        #expect(Figure.fixed(sum, decimals: decimals) == text, "\(loop): \(rows)")
        sums += 1
      }
      let isUpToDate = world.app.run.stage.live?.move == .step || loop.hasPrefix("step,")
      guard isUpToDate, world.app.run.stage.readingMoment.isEarlier == false else { continue }
      let now = world.trainer.watchedNow.map { Double($0.value) }
      for (text, value) in zip(new, now) {
        #expect(abs(try #require(Double(text)) - value) < 0.006, "\(loop): \(rows)")
      }
    }
    #expect(sums > 6, "\(loop)")
  }

  @Test func `with micro-batches the title names the part, and the gradient is the sum so far`()
    throws
  {
    var world = try world("correct", parts: 4)
    var before: [Float?] = []
    for part in 1...4 {
      go(&world, to: .backward)
      let title = rows(world)[0].joined(separator: " ")
      #expect(title == "every number part \(part) of 4, step 3")
      let now = gradients(world)
      #expect(areShown(now, figures("gradient so far", rows(world))), "\(rows(world))")
      let shown = figures("= before part \(part)", rows(world))
      #expect(part == 1 ? shown == nil : areShown(before, shown))
      before = now
    }
  }

  @Test func `a gradient that was wiped before its step is said to be`() throws {
    var world = try world("zero-grad-after-backward")
    for _ in 0..<2 {
      go(&world, to: .zeroGrad)
      #expect(gradients(world).allSatisfy { $0 == nil })
      #expect(figures("gradient (wiped)", rows(world)) != nil, "\(rows(world))")
    }
  }

  @Test func `a step that comes first is told with the gradients that it used`() throws {
    var world = try world("step,zero_grad,forward,backward,clip")
    for _ in 0..<3 {
      go(&world, to: .clip)
      let (found, used) = (world.trainer.watchedNow, gradients(world))
      let step = world.app.run.stage.step
      go(&world, to: .step)
      guard world.app.run.stage.step == step + 1 else { continue }
      let rows = rows(world)
      #expect(rows[0].joined(separator: " ").hasSuffix("of step \(step)"))
      #expect(rows.contains(["then", "step", "\(step + 1):"]), "\(rows)")
      #expect(areShown(found.map(\.value), figures("value", rows)), "\(rows)")
      #expect(areShown(used, figures("after clip", rows)), "\(rows)")
      #expect(areShown(world.trainer.watchedNow.map(\.value), figures("new value", rows)))
      let small = NumbersPanel(app: world.app, reading: try #require(reading(world)))
        .frame(width: 37, height: 10).text
      #expect(small.contains("new value") && small.contains("change, lr"), "\(small)")
      world.app.panels.show(.reading)
      let plot = try #require(
        world.text.firstMatch(of: /points and line +(.+?) *\n.*guess (-?[\d.]+) x/))
      #expect(plot.1 == "after step \(step + 1)")
      #expect(abs(try #require(Float(plot.2)) - world.trainer.watchedNow[0].value) < 0.006)
    }
  }

  private func reading(_ world: World) -> LineReading? {
    guard case .line(let reading) = world.app.run.stage.reading else { return nil }
    return reading
  }

  @Test func `before its first step a run with micro-batches names the part that is shown`() throws
  {
    var world = try World(animates: false) { $0.microBatches = 4 }
    let title = { (world: World) in self.rows(world)[0].joined(separator: " ") }
    #expect(title(world) == "every number part 1 of 4, before step 1")
    world.press(.right)
    world.settle()
    #expect(world.app.run.stage.live?.move == .zeroGrad)
    #expect(title(world) == "every number part 1 of 4, before step 1")
  }
}
