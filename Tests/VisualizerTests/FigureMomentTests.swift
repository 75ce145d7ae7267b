import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// What every figure on the screen is of.
@Suite struct FigureMomentTests {
  /// A run in which the norm soon leaves the finite numbers.
  private func diverging() throws -> World {
    try World(steps: 2000, animates: false) {
      ($0.optimizer, $0.learningRate, $0.minLearningRate) = (.sgd, 1e6, 1e6)
      $0.maxNorm = 1e30
    }
  }

  private func twin(of world: World) throws -> Trainer {
    try Trainer(lesson: world.app.run.facts.name, hyperparameters: world.app.run.facts.chosen)
  }

  /// The moves of each step, made by a trainer that nobody watches.
  private func reports(of trainer: Trainer, steps: Int) -> [Int: [MoveReport]] {
    var reports: [Int: [MoveReport]] = [:]
    while trainer.completedSteps < steps {
      let report = trainer.advance()
      reports[report.step, default: []].append(report)
    }
    return reports
  }

  private func run(_ world: inout World, speedUps: Int) {
    for _ in 0..<speedUps { world.press(.character("+")) }
    world.press(.enter)
  }

  @Test(arguments: [4, 3, 0])
  func `where a run stops at infinity the boxes show the step before, however fast it ran`(
    speedUps: Int
  ) throws {
    var world = try diverging()
    run(&world, speedUps: speedUps)
    world.rest(ticks: 200)
    let found = try #require(world.app.run.divergence)
    let right = reports(of: try twin(of: world), steps: found.step - 1)
    for report in try #require(right[found.step - 1]) where report.move.number > 2 {
      let shown = try #require(world.app.run.stage.latest[report.move])
      #expect(shown.step == found.step - 1 || shown.step == found.step)
      if shown.step < found.step { #expect(shown.outcome == report.outcome) }
    }
    let boxes = world.app.frame(width: 80, height: 24).text.split(separator: "\n")[1]
    let steps = boxes.matches(of: /(?:of|step) (\d+)/).map { Int($0.1) }
    #expect(!steps.isEmpty && steps.allSatisfy { $0 == found.step - 1 }, "\(boxes)")
  }

  /// The title of the life panel and the parameter's new value.
  private func life(_ app: App) throws -> (title: Substring, new: Substring) {
    let rows = app.frame(width: 80, height: 24).text.split(separator: "\n")
    let title = try #require(rows.firstNonNil { $0.firstMatch(of: /life (.*\d+)/)?.1 })
    let new = try #require(rows.firstNonNil { $0.firstMatch(of: /new p +(-?[\d.]+)/)?.1 })
    return (title, new)
  }

  @Test(arguments: [3, 4])
  func `the life panel of a fast run shows the step that it names`(speedUps: Int) throws {
    var world = try World(steps: 2000, animates: false) { $0.evalInterval = 1000 }
    world.burst = 7
    for _ in 0..<4 { world.press(.tab) }
    world.press(.character(" "))
    world.rest(ticks: 2)
    run(&world, speedUps: speedUps)
    let values = reports(of: try twin(of: world), steps: 450)
    var earlier = 0
    for _ in 0..<60 {
      world.pass(1.0 / 30)
      world.settle(atMost: 1)
      guard world.app.completedSteps <= 450, world.app.run.stage.detour == .none else { continue }
      let (title, new) = try life(world.app)
      let named = try #require(title.firstMatch(of: /(of )?step (\d+)/))
      let step = try #require(Int(named.2))
      let weight = try #require(values[step]?.last?.watched.first?.value)
      #expect(abs(try #require(Float(new)) - weight) < 0.00006, "\(title)")
      #expect((step < world.app.run.stage.step) == (named.1 != nil), "\(title)")
      earlier += step < world.app.run.stage.step ? 1 : 0
    }
    #expect(earlier > 0)
  }

  /// What stands on the plot's title and on its equation.
  private func plot(_ app: App) throws -> (moment: Substring, weight: Float) {
    let rows = app.frame(width: 80, height: 24).text.split(separator: "\n")
    let moment = try #require(rows.firstNonNil { $0.firstMatch(of: /points and line  (.*)/)?.1 })
    let weight = try #require(rows.firstNonNil { $0.firstMatch(of: /guess (-?[\d.]+) x/)?.1 })
    return (moment, try #require(Float(weight)))
  }

  @Test func `the plot of line draws the line of the moment that it names`() throws {
    var world = try World(animates: false)
    world.press(.tab)
    let moves = reports(of: try twin(of: world), steps: 3)
    let weights = try (1...3).map { try #require(moves[$0]?.last?.watched.first?.value) }
    let start = try #require(moves[1]?.first?.watched.first?.value)
    func expect(_ moment: String, _ weight: Float) throws {
      let shown = try plot(world.app)
      #expect(shown.moment == moment && abs(shown.weight - weight) < 0.0051, "\(shown)")
    }
    try expect("before step 1", start)
    world.press(.character(" "))
    world.rest(ticks: 2)
    try expect("after step 1", weights[0])
    world.press(.right)
    world.rest(ticks: 2)
    world.press(.right, .right)
    world.rest(ticks: 2)
    try expect("step 2", weights[0])
    world.press(.character(" "))
    world.rest(ticks: 2)
    world.press(.character(" "))
    world.rest(ticks: 2)
    try expect("after step 3", weights[2])
    world.press(.character(","))
    world.rest(ticks: 2)
    try expect("after step 2", weights[1])
    world.press(.left)
    world.rest(ticks: 2)
    try expect("step 2", weights[0])
    world.press(.home)
    world.rest(ticks: 2)
    try expect("before step 1", start)
  }

  @Test func `the map of spiral is of the network as it is after the step`() throws {
    var world = try World(lesson: "spiral", animates: false)
    for _ in 0..<3 {
      world.press(.character(" "))
      world.rest(ticks: 2)
      // The network as it is now, asked by the trainer itself.
      guard case .map(let now) = world.trainer.firstReading(),
        case .map(let shown) = world.app.run.stage.picture
      else {
        Issue.record("no map")
        return
      }
      #expect(shown.verdicts == now.verdicts)
      #expect(world.app.frame(width: 80, height: 24).text.contains("after step"))
    }
  }

  @Test func `until a step has read its batch every number is of the step before, and they agree`()
    throws
  {
    var world = try World(animates: false)
    world.press(.character(" "))
    world.rest(ticks: 2)
    world.press(.right)
    world.rest(ticks: 2)
    let text = NumbersPanel(app: world.app, reading: try line(world)).frame(width: 60, height: 30)
      .text
    #expect(text.contains("every number  of step 1"))
    let rows = text.split(separator: "\n").map { row in
      row.matches(of: /-?\d+\.\d+/).compactMap { Double($0.0) }
    }
    let value = try #require(rows.first { $0.count == 2 })
    let points = rows.filter { $0.count == 4 }
    #expect(points.count == 4)
    for point in points {
      #expect(abs(value[0] * point[0] + value[1] - point[2]) < 0.0005, "\(text)")
    }
    let squares = points.map { $0[3] * $0[3] }.reduce(0, +) / 4
    let loss = try #require(text.firstMatch(of: /loss (\d+\.\d+)/).flatMap { Double($0.1) })
    #expect(abs(squares - loss) < 0.006)
    let (old, new) = (try #require(row("value", text)), try #require(row("new value", text)))
    let change = try #require(row("change", text))
    #expect(abs(old + change - new) < 0.0002)
  }

  private func line(_ world: World) throws -> LineReading {
    guard case .line(let reading) = world.app.run.stage.reading else { throw CancellationError() }
    return reading
  }

  /// The weight in the row of this name.
  private func row(_ name: String, _ text: String) -> Double? {
    let row = text.split(separator: "\n").first { $0.drop { $0 == " " }.hasPrefix(name) }
    return row?.matches(of: /[-+]?\d+\.\d{4}/).first.flatMap { Double($0.0) }
  }

  @Test func `while a step is in progress the chart says which step its last loss is of`() throws {
    var world = try World(animates: false)
    let losses = reports(of: try twin(of: world), steps: 2).mapValues { moves in
      moves.compactMap { $0.forward?.loss }.map(Figures.loss)
    }
    let (first, second) = (try #require(losses[1]?.first), try #require(losses[2]?.first))
    func heading(_ keys: Key...) -> String {
      for key in keys {
        world.press(key)
        world.rest(ticks: 2)
      }
      return LossView(app: world.app).frame(width: 60, height: 14).text
    }
    #expect(heading(.character(" ")).hasPrefix("loss before update \(first)"))
    #expect(heading(.right, .right).hasPrefix("step 1: loss before update \(first)"))
    #expect(heading(.character(" ")).hasPrefix("loss before update \(second)"))
    #expect(heading(.left).hasPrefix("step 1: loss before update \(first)"))
  }

  @Test(arguments: ["e", "g", "c"])
  func `a side road before the first update is not said to come after one`(key: Unicode.Scalar)
    throws
  {
    var world = try World(lesson: "names", animates: false) { ($0.width, $0.batchSize) = (8, 4) }
    world.press(.character(key))
    world.rest(ticks: 2)
    let text = world.app.frame(width: 100, height: 40).text
    #expect(text.contains("side road before step 1"))
    #expect(text.firstMatch(of: /(after|of|invented,) step 0\b/) == nil, "\(text)")
    let words = world.app.sentence.parts.text
    #expect(key != "e" || words.hasPrefix("Before the first update: loss"))
  }
}

extension Sequence {
  /// What the first element gives that gives anything.
  fileprivate func firstNonNil<Found>(_ find: (Element) throws -> Found?) rethrows -> Found? {
    for element in self {
      if let found = try find(element) { return found }
    }
    return nil
  }
}
