import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct CurveKeyTests {
  @Test func `y changes the axis to a logarithmic one and back`() throws {
    var world = try World()
    world.press(.character("y"))
    #expect(world.app.lossScale == .logarithmic)
    world.press(.character("y"))
    #expect(world.app.lossScale == .linear)
  }

  @Test func `s smooths lightly, then heavily, then not at all, and says so`() {
    var app = Fixture.app(after: 300, options: App.Options())
    var titles: [Bool] = []
    for factor in ["EMA 0.9 ", "EMA 0.98", "loss before update"] {
      _ = app.update(.keys([.character("s")]), at: 0)
      titles.append(app.frame(width: 80, height: 24).text.contains(factor))
    }
    #expect(titles == [true, true, true])
    #expect(app.smoothing == .off)
  }

  @Test func `the raw line stays, faint, behind the smoothed one`() {
    var app = Fixture.app(after: 300, options: App.Options())
    let roles = { (app: App) in Set(app.frame(width: 80, height: 24).cells.map(\.role)) }
    #expect(!roles(app).contains(.faint))
    _ = app.update(.keys([.character("s")]), at: 0)
    #expect(roles(app).isSuperset(of: [.faint, .curve]))
  }

  @Test func `a moving average begins at the first value and forgets at its rate`() {
    var mean = MovingAverage(.light)
    #expect(mean.mean(with: 5) == 5)
    // weights 0.09 and 0.1 of 0.19
    #expect(abs(mean.mean(with: 1) - (0.09 * 5 + 0.1 * 1) / 0.19) < 1e-6)
    for _ in 0..<500 { _ = mean.mean(with: 2) }
    #expect(abs(mean.mean(with: 2) - 2) < 1e-6)
  }

  @Test func `what is not finite does not spoil the mean`() {
    var mean = MovingAverage(.heavy)
    _ = mean.mean(with: 3)
    #expect(mean.mean(with: .nan).isNaN)
    #expect(mean.mean(with: 3) == 3)
  }
}
