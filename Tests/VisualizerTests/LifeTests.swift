import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct LifeTests {
  private func world() throws -> World {
    try World(lesson: "names", animates: false) { ($0.width, $0.batchSize) = (8, 4) }
  }

  private func panel(_ world: World) -> String {
    LifePanel(app: world.app).frame(width: 100, height: 30).text
  }

  @Test func `the formulas hold with the numbers that are put into them`() throws {
    var world = try world()
    world.press(.character("m"))
    for _ in 0..<4 {
      world.press(.character(" "))
      world.rest(ticks: 2)
      guard let life = world.app.watch.soFar.life, let rate = world.app.watch.soFar.usedRate,
        let moments = life.moments, let before = moments.before
      else { continue }
      let chosen = world.app.run.facts.chosen
      let gradient = Double(life.gradient)
      expectClose(moments.m, chosen.beta1 * Double(before.m) + (1 - chosen.beta1) * gradient)
      expectClose(
        moments.v, chosen.beta2 * Double(before.v) + (1 - chosen.beta2) * gradient * gradient)
      let pull = moments.mHat / (moments.vHat.squareRoot() + chosen.eps)
      let change = -rate * (pull + life.weightDecay * Double(life.old))
      expectClose(life.new, Double(life.old) + change)
      #expect(panel(world).contains("change \(Figures.digits(Double(life.change))) = "))
    }
    #expect(world.app.watch.soFar.life?.moments?.before != nil)
  }

  @Test(arguments: [1.0, 1000])
  func `where a formula says g, a row of that letter has the gradient that the optimizer used`(
    ceiling: Double
  ) throws {
    var world = try World(lesson: "names", animates: false) {
      ($0.width, $0.batchSize, $0.maxNorm) = (8, 4, ceiling)
    }
    world.press(.character("m"))
    var named = 0
    for _ in 0..<4 {
      world.press(.character(" "))
      world.rest(ticks: 2)
      let life = try #require(world.app.watch.soFar.life)
      for width in 36...48 {
        let text = LifePanel(app: world.app).frame(width: width, height: 30).text
        guard text.contains("·g") else { continue }
        let row = text.split(separator: "\n").first {
          $0.hasPrefix("clip g ") || $0.hasPrefix("grad g ")
        }
        #expect(row?.contains(Figures.digits(Double(life.gradient))) == true, "\(width) \(text)")
        named += 1
      }
    }
    #expect(named > 0)
  }

  @Test func `where step used what it found before clipping, g is the row grad`() throws {
    var world = try World(lesson: "names", animates: false) {
      ($0.width, $0.batchSize, $0.maxNorm) = (8, 4, 0.01)
    }
    world.press(.character("m"))
    world.breakLoop("clip-after-step")
    world.settle()
    world.press(.enter)
    world.makeSteps(3)
    let text = LifePanel(app: world.app).frame(width: 37, height: 30).text
    #expect(text.contains("\ngrad g ") && !text.contains("clip g"), "\(text)")
  }

  private func expectClose(_ figure: Float, _ expected: Double) {
    #expect(abs(Double(figure) - expected) <= 1e-6 * max(abs(expected), 1e-3))
  }

  @Test func `it follows the parameter that moved most, and names it`() throws {
    var world = try world()
    world.press(.character(" "))
    world.rest(ticks: 2)
    world.press(.character("m"))
    guard case .step(let update) = world.app.run.stage.latest[.step]?.outcome else {
      Issue.record("no step was made")
      return
    }
    let most = try #require(update.largestMover)
    #expect(world.app.watch.chosen == world.app.run.facts.place(of: most))
    let index = most.index.map(String.init).joined(separator: ",")
    #expect(panel(world).contains("\(most.shortName)[\(index)]"))
  }

  @Test func `arrows go from parameter to parameter, page keys from tensor to tensor`() throws {
    var world = try world()
    world.press(.character("m"))
    let tensors = world.app.run.facts.tensors
    world.press(.down)
    #expect(world.app.watch.chosen == ParameterPlace(tensor: 0, element: 1))
    world.press(.up, .up)
    let last = tensors.count - 1
    #expect(
      world.app.watch.chosen == ParameterPlace(tensor: last, element: tensors[last].count - 1))
    world.press(.pageDown)
    #expect(world.app.watch.chosen == ParameterPlace(tensor: 0, element: 0))
    world.press(.pageDown)
    #expect(world.app.watch.chosen == ParameterPlace(tensor: 1, element: 0))
  }

  @Test func `a search finds a parameter by parts of its name and its index`() throws {
    let run = PanelFixture.run
    let find = { ParameterSearch(text: $0).answer(in: run) }
    #expect(find("c_fc 57,44") == .found(ParameterPlace(tensor: 6, element: 57 * 64 + 44)))
    #expect(find("h.1 c_fc[57, 44]") == .found(ParameterPlace(tensor: 12, element: 57 * 64 + 44)))
    #expect(find("LN_F 3") == .found(ParameterPlace(tensor: 14, element: 3)))
    #expect(find("c_fc 256,0") == .noSuchIndex(run.tensors[6]))
    #expect(find("wte 1,2,3") == .noSuchIndex(run.tensors[0]))
    #expect(find("bias") == .noSuchName)
  }

  @Test func `what is typed while searching is no command, and escape leaves all as it was`() throws
  {
    var world = try world()
    world.press(.character("/"), .character("q"), .character(" "), .character("e"))
    #expect(!world.app.isQuitting && world.app.search?.text == "q e")
    let chosen = world.app.watch.chosen
    world.press(.escape)
    #expect(world.app.search == nil && world.app.watch.chosen == chosen)
    world.press(.character("/"), .character("1"), .enter)
    #expect(world.app.watch.chosen == ParameterPlace(tensor: 0, index: [1], shape: [27, 10]))
  }

  @Test func `a gradient is told as each micro-batch leaves it`() throws {
    var world = try World(lesson: "story", animates: false) {
      ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6)
      ($0.batchSize, $0.microBatches) = (4, 2)
    }
    world.press(.character("m"))
    var gradients: [Float?] = []
    for _ in 0..<5 {
      world.press(.right)
      world.rest(ticks: 2)
      guard world.app.run.stage.live?.move == .backward else { continue }
      gradients.append(world.app.watch.soFar.now?.gradient)
    }
    #expect(gradients.count == 2 && gradients[0] != gradients[1])
    #expect(world.app.watch.soFar.gradients.map(\.value) == gradients)
    let told = gradients.compactMap { $0 }.map { Figures.digits(Double($0)) }
    #expect(panel(world).contains("grad   \(told.joined(separator: " "))"))
  }

  /// Whoever looks from the second part on has not seen the first add its own.
  @Test func `opened in the middle of a step it names the parts that it has seen`() throws {
    var world = try World(lesson: "names", animates: false) {
      ($0.width, $0.batchSize, $0.microBatches) = (8, 4, 4)
    }
    world.press(.character(" "))
    world.rest(ticks: 2)
    for _ in 0..<3 {
      world.press(.right)
      world.rest(ticks: 2)
    }
    #expect(world.app.run.stage.live?.move == .backward)
    world.press(.character("m"))
    world.rest(ticks: 1)
    var gradients = [world.app.watch.soFar.now?.gradient]
    for _ in 0..<6 {
      world.press(.right)
      world.rest(ticks: 2)
      if world.app.run.stage.live?.move == .backward {
        gradients.append(world.app.watch.soFar.now?.gradient)
      }
    }
    #expect(gradients.count == 4)
    let figures = gradients.map { Figures.digits(Double($0 ?? .nan)) }.joined(separator: " ")
    #expect(
      panel(world).contains("\(figures) (running sums, after parts 1 to 4)"), "\(panel(world))")
  }

  @Test func `a gradient that an earlier step left is told beside what was added`() throws {
    var world = try World(lesson: "line", animates: false) { _ in }
    world.press(.character("b"))
    world.press(.enter)
    world.press(.enter)
    world.rest(ticks: 1)
    world.press(.enter)
    world.press(.character("m"))
    world.rest(ticks: 1)
    world.press(.character(" "))
    world.rest(ticks: 1)
    let old = try #require(world.app.watch.soFar.now?.gradient)
    while world.app.run.stage.live?.move != .backward, world.app.completedSteps < 5 {
      world.press(.right)
      world.rest(ticks: 2)
    }
    let new = try #require(world.app.watch.soFar.now?.gradient)
    let figures = [old, new].map { Figures.digits(Double($0)) }
    // The step before clipped it.
    #expect(
      panel(world).contains("old \(figures[0]) (clipped), then \(figures[1])"), "\(panel(world))")
  }

  @Test(arguments: [(1.0, ", after clipping"), (1000.0, "")])
  func `a step that comes first says which step's gradient it used, and whether it was clipped`(
    ceiling: Double, words: String
  ) throws {
    var world = try World(lesson: "line", animates: false) { $0.maxNorm = ceiling }
    world.press(.character("m"))
    world.app.breakPage = .guess(
      try #require(Breakage.named("step,zero_grad,forward,backward,clip")))
    world.press(.character("2"))
    world.rest(ticks: 1)
    world.press(.enter)
    world.makeSteps(3)
    let step = world.app.completedSteps
    let used = try #require(world.app.watch.soFar.now?.gradient)
    let factor = try #require(world.app.watch.soFar.clipFactor)
    #expect((factor != 1) == (ceiling == 1))
    world.press(.right)
    world.rest(ticks: 2)
    #expect(world.app.run.stage.live?.move == .step)
    let small = LifePanel(app: world.app).frame(width: 37, height: 14).text
    let short = "(step \(step)\(ceiling == 1 ? ", clipped" : "")"
    #expect(small.contains(short) || small.contains(", of step \(step)"), "\(small)")
    let row = "\(Figures.digits(Double(used))), of step \(step)\(words)"
    let shown = panel(world).split(separator: "\n").contains { $0.hasSuffix(row) }
    #expect(shown, "\(row): \(panel(world))")
    world.press(.right)
    world.rest(ticks: 2)
    #expect(world.app.run.stage.live?.move == .zeroGrad && panel(world).contains("grad   None"))
  }

  @Test func `going back shows the life and the layers of that moment`() throws {
    var world = try world()
    world.press(.character("m"))
    var seen: [Moment: String] = [:]
    for _ in 0..<13 {
      world.press(.right)
      world.rest(ticks: 2)
      if world.app.run.stage.detour == .none { seen[world.app.run.now] = told(world) }
    }
    for _ in 0..<8 {
      world.press(.left)
      world.rest(ticks: 2)
      guard world.app.run.stage.detour == .none, let before = seen[world.app.run.now] else {
        continue
      }
      #expect(told(world) == before, "\(world.app.run.now)")
    }
    #expect(seen.count > 8)
  }

  private func told(_ world: World) -> String {
    panel(world) + LayersPanel(app: world.app).frame(width: 100, height: 30).text
  }

  @Test func `its path goes back with the run and skips no step`() {
    var track = LifeTrack(ParameterPlace(tensor: 0, element: 0))
    for step in [3, 4, 5, 9, 10] { track.take(summary(step)) }
    #expect(track.values(upTo: 10) == [9, 10])
    #expect(track.values(upTo: 5) == [3, 4, 5])
    #expect(track.values(upTo: 8).isEmpty)
    track.take(summary(4))
    #expect(track.values(upTo: 5) == [3, 4, 5])
    for step in 1...5000 { track.take(summary(step)) }
    #expect(track.values(upTo: 5000).count == LifeTrack.mostValues)
  }

  private func summary(_ step: Int) -> StepSummary {
    var summary = Fixture.summary(step)
    let place = ParameterPlace(tensor: 0, element: 0)
    summary.watched = [WatchedParameter(place: place, value: Float(step), gradient: nil)]
    return summary
  }
}
