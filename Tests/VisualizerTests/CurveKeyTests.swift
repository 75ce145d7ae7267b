import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

@Suite struct CurveKeyTests {
  @Test func `y changes the axis to a logarithmic one and back`() throws {
    var world = try World()
    world.press(.character("y"))
    #expect(world.app.lossScale == .logarithmic)
    world.press(.character("y"))
    #expect(world.app.lossScale == .linear)
  }

  @Test func `p says what is drawn with, also where no curve is drawn yet`() throws {
    var world = try World(animates: false)
    for words in ["plain letters", "block characters", "braille dots"] {
      world.press(.character("p"))
      #expect(world.app.options.remark == "Curves are drawn with \(words).")
    }
  }

  @Test(arguments: [Double.infinity, 1e9])
  func `norms far below their ceiling are drawn against the largest`(ceiling: Double) throws {
    var world = try World(steps: 60, animates: false) {
      ($0.maxNorm, $0.evalInterval) = (ceiling, 1000)
    }
    world.tell(.keys(Array(repeating: .character(" "), count: 60)))
    world.rest()
    let trainer = try Trainer(lesson: "line", hyperparameters: world.app.run.facts.chosen)
    var norms: [Double] = []
    while trainer.completedSteps < 60 {
      (trainer.advance().summary?.gradNorm).map { norms.append($0) }
    }
    let lines = world.app.frame(width: 200, height: 45).text.split(separator: "\n")
    let strip = try #require(lines.first { $0.contains("norm ") && $0.contains("█") })
    #expect(Set(strip).intersection("▁▂▃▄▅▆▇█").count >= 3)
    let largest = Figures.plain(norms.max())
    let words = ceiling.isFinite ? "ceiling 1.0e9" : "no ceiling"
    #expect(lines.contains { $0.contains("up to \(largest), \(words), 0 clipped") })
    #expect(world.app.frame(width: 80, height: 24).text.contains("\(words), 0 clipped"))
  }

  @Test func `s smooths lightly, then heavily, then not at all, and says so`() {
    var app = Fixture.app(after: 300, options: App.Options())
    var titles: [Bool] = []
    let remarks = [
      "EMA 0.9: a mean in which each loss counts 0.9 times as much as the next.",
      "EMA 0.98: a mean in which each loss counts 0.98 times as much as the next.",
      "The curve is not smoothed.",
    ]
    for (factor, remark) in zip(["EMA 0.9 ", "EMA 0.98", "loss before update"], remarks) {
      _ = app.update(.keys([.character("s")]), at: 0)
      #expect(app.footer.frame(width: 80).text.contains(remark))
      titles.append(app.frame(width: 80, height: 24).text.contains(factor))
    }
    #expect(titles == [true, true, true])
    #expect(app.smoothing == .off)
  }

  @Test func `a mean is called so beside the figure of one micro-batch, however much is said`() {
    var app = Fixture.app(after: 300, options: App.Options())
    let keys = [Key.character("y"), .character("s"), .character("s"), .character("s")]
    for (count, key) in keys.enumerated() {
      _ = app.update(.keys([key]), at: Double(count))
      app.run.stage.screenStep = 301
      for width in [40, 60, 76, 80, 90, 100, 120, 160, 200] {
        let chart = LossView(app: app).frame(
          width: Layout(width: width, height: 24).chart.width, height: 12)
        #expect(chart.text.hasPrefix("step 300: mean"), "\(width) columns, \(count) keys")
      }
    }
  }

  @Test func `before a step is completed no clipped ones are counted under the curve`() throws {
    var world = try World(animates: false)
    for _ in 0..<4 {
      world.press(.right)
      world.rest(ticks: 2)
    }
    guard case .clip(let clip) = world.app.run.stage.latest[.clip]?.outcome else {
      Issue.record("no clip")
      return
    }
    #expect(clip.clipped && clip.clippedSteps == 1)
    for (width, height) in [(80, 24), (100, 30), (120, 40)] {
      let text = world.app.frame(width: width, height: height).text
      #expect(!text.contains("0 clipped") && text.contains("ceiling 1.00, next lr"))
    }
    world.press(.right)
    world.rest(ticks: 2)
    #expect(world.app.frame(width: 80, height: 24).text.contains("1 clipped"))
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
