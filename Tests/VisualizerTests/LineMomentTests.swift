import Canvas
import Moves
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
    guard case .line(let reading) = world.app.stage.reading else { return [] }
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

  private func go(_ world: inout World, to move: Move) {
    repeat {
      world.press(.right)
      world.settle()
    } while world.app.stage.live?.move != move
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
      go(&world, to: .backward)
      let sum = gradients(world).map { $0.map(LineLife.figure) ?? "None" }
      #expect(figures("gradient", rows(world)) == sum && sum != old)
      #expect(figures("old one in it", rows(world)) == old, "\(rows(world))")
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
      let isUpToDate = world.app.stage.live?.move == .step || loop.hasPrefix("step,")
      guard isUpToDate, world.app.stage.readingMoment.isEarlier == false else { continue }
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
    var before: [String] = []
    for part in 1...4 {
      go(&world, to: .backward)
      let title = rows(world)[0].joined(separator: " ")
      #expect(title == "every number part \(part) of 4, step 3")
      let now = gradients(world).map { $0.map(LineLife.figure) ?? "None" }
      #expect(figures("gradient so far", rows(world)) == now)
      #expect(figures("before part \(part)", rows(world)) == (part > 1 ? before : nil))
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
}
