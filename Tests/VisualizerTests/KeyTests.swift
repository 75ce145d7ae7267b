import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

@Suite struct KeyTests {
  private let space = Key.character(" ")

  @Test func `five hundred spaces in one read are exactly five hundred steps`() throws {
    var world = try World(steps: 1000)
    world.tell(.keys(Array(repeating: space, count: 500)))
    world.rest()
    #expect(world.app.completedSteps == 500)
    #expect(world.trainer.completedSteps == 500)
  }

  @Test func `a tap lights the five moves one after the other`() throws {
    var world = try World()
    world.press(space)
    world.settle()
    var lit: [Move] = []
    for _ in 0..<80 {
      if let move = world.app.run.stage.live?.move, lit.last != move { lit.append(move) }
      world.pass(0.05)
    }
    #expect(lit == Move.allCases)
    #expect(world.app.completedSteps == 1)
  }

  /// How long each of a tap's lights lasted, by what was lit; the last one as long as it was looked
  /// at.
  private func lights(of world: inout World, seconds: Double) -> [(lit: String, time: Double)] {
    var lights: [(lit: String, time: Double)] = []
    world.press(space)
    world.settle()
    for _ in 0..<Int(seconds * 20) {
      let live = world.app.run.stage.live.map { "\($0.move.name) \($0.planned.microBatch)" } ?? ""
      let lit = world.app.run.stage.detour == .none ? live : "side road"
      if lights.last?.lit == lit {
        lights[lights.count - 1].time += 0.05
      } else {
        lights.append((lit, 0.05))
      }
      world.pass(0.05)
      world.settle()
    }
    return lights
  }

  @Test(arguments: ["line", "story"])
  func `each move of the first three taps is lit for half a second at least`(lesson: String) throws
  {
    var world = try World(lesson: lesson) {
      if lesson == "story" { ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6) }
    }
    for tap in 1...3 {
      let lights = lights(of: &world, seconds: 12)
      let moves = world.app.run.facts.recipe.planned(
        microBatches: world.app.run.facts.chosen.microBatches)
      #expect(lights.filter { $0.lit != "side road" }.count == moves.count)
      for light in lights { #expect(light.time > 0.49, "tap \(tap): \(light)") }
    }
    for tap in 4...10 {
      let lights = lights(of: &world, seconds: 8)
      #expect(Set(lights.map { String($0.lit.split(separator: " ")[0]) }).count == 5)
      for light in lights where light.lit.hasSuffix(" 1") {
        #expect(light.time > 0.49 || light.lit.hasPrefix("zero"), "tap \(tap): \(light)")
      }
    }
    #expect(world.app.completedSteps == 10)
  }

  @Test func `the first evaluation waits until the five moves were read, and a key skips it`()
    throws
  {
    var world = try World()
    let lights = lights(of: &world, seconds: 12)
    let last = try #require(lights.dropLast().last)
    #expect(last.lit == "step 1" && last.time > 4 && lights.last?.lit == "side road")
    var hurried = try World()
    hurried.press(space)
    hurried.settle()
    hurried.press(space)
    hurried.settle()
    #expect(hurried.app.completedSteps == 1 && hurried.app.run.history.evaluations.count == 1)
    #expect(hurried.app.run.stage.detour == .none)
    hurried.press(.enter)
    #expect(hurried.app.completedSteps == 2 && hurried.app.drive.isRunning)
  }

  @Test(arguments: ["line", "story"], [1.0, 2.0])
  func `taps a second or two apart are slow ten times, also where each cuts the one before`(
    lesson: String, gap: Double
  ) throws {
    var world = try World(lesson: lesson) {
      if lesson == "story" { ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6) }
    }
    for tap in 1...10 {
      let whole = lights(of: &world, seconds: gap).dropLast()
      #expect(whole.first?.lit == "zero_grad 1" && Double(whole.count) >= gap, "tap \(tap)")
      for light in whole { #expect(light.time > 0.49, "tap \(tap): \(light)") }
    }
    let lit = Set(lights(of: &world, seconds: gap).map { $0.lit.split(separator: " ")[0] })
    #expect(lit.isSuperset(of: Move.allCases.map { Substring($0.name) }), "\(lit)")
    #expect(world.app.completedSteps == 11)
    world.rest(ticks: 100)
    for light in lights(of: &world, seconds: 12) { #expect(light.time > 0.49, "\(light)") }
  }

  /// The shortest light of each of the step's moves.
  private func shortest(_ lights: [(lit: String, time: Double)]) -> Double {
    lights.filter { $0.lit != "side road" }.map(\.time).min() ?? 0
  }

  @Test(arguments: [Key.character(" "), .right, .enter, .character("e")])
  func `a step cut short does not count, and the next that nothing cuts is slow again`(key: Key)
    throws
  {
    var world = try World { $0.evalInterval = 1000 }
    for _ in 0..<4 {
      _ = lights(of: &world, seconds: 1)
      world.press(key)
      if key == .enter { world.press(key) }
      world.rest(ticks: 10)
      if world.app.run.now.moves > 0 { world.press(.left) }
      world.rest(ticks: 10)
    }
    for tap in 1...3 { #expect(shortest(lights(of: &world, seconds: 8)) > 0.69, "tap \(tap)") }
    for tap in 4...10 { #expect(shortest(lights(of: &world, seconds: 4)) > 0.49, "tap \(tap)") }
    #expect(shortest(lights(of: &world, seconds: 4)) < 0.2)
  }

  @Test func `taps too quick to be read are lit alike, and slow ones come after a pause`() throws {
    var world = try World { $0.evalInterval = 1000 }
    _ = lights(of: &world, seconds: 0.3)
    for _ in 0..<12 {
      let lights = lights(of: &world, seconds: 0.3)
      #expect(lights.allSatisfy { $0.time < 0.2 } && lights.count > 2, "\(lights)")
    }
    world.rest(ticks: 6)
    #expect(shortest(lights(of: &world, seconds: 8)) > 0.69)
  }

  @Test func `who goes on cutting slow steps short is spared them until a long pause`() throws {
    var world = try World { $0.evalInterval = 1000 }
    for _ in 0..<20 { _ = lights(of: &world, seconds: 1) }
    for _ in 0..<6 {
      let lights = lights(of: &world, seconds: 1)
      #expect(lights.dropLast().allSatisfy { $0.time < 0.2 } && lights.count == 5, "\(lights)")
    }
    world.rest(ticks: 40)
    #expect(shortest(lights(of: &world, seconds: 8)) > 0.69)
  }

  @Test func `a second tap skips the lights of the first`() throws {
    var world = try World()
    world.press(space)
    world.settle()
    #expect(world.app.completedSteps == 0)
    world.press(space)
    #expect(world.app.completedSteps == 1)
    world.rest()
    #expect(world.app.completedSteps == 2)
  }

  @Test func `the arrow makes one move, and space completes the step it began`() throws {
    var world = try World()
    world.press(.right)
    world.settle()
    world.press(.right)
    world.settle()
    #expect(world.app.run.stage.live?.move == .forward)
    #expect(world.app.completedSteps == 0)
    world.press(space)
    world.rest()
    #expect(world.app.completedSteps == 1)
    #expect(world.trainer.nextMove.move == .zeroGrad)
  }

  @Test func `a held key grants no step while one is in flight, and none after the release`() throws
  {
    var world = try World()
    for read in 0..<30 {
      world.pass(read == 0 ? 0 : 1.0 / 30)
      world.press(space)
      if read % 6 == 5 { world.settle() }
    }
    world.settle()
    let made = world.app.completedSteps
    #expect(made >= 4 && made <= 9)
    world.rest()
    #expect(world.app.completedSteps == made)
  }

  @Test func `there is never more than one effect in flight`() throws {
    var world = try World()
    for _ in 0..<20 {
      world.press(space, .right, space)
      #expect(world.pending.count <= 1)
    }
  }

  @Test func `enter runs at the chosen speed and pauses again`() throws {
    var world = try World()
    world.press(.enter)
    world.settle()
    for _ in 0..<40 {
      world.pass(0.05)
      world.settle()
    }
    let made = world.app.completedSteps
    #expect(made >= 8 && made <= 10, "2 seconds at 4 steps a second made \(made)")
    world.press(.enter)
    world.rest()
    #expect(world.app.completedSteps == made)
    #expect(world.app.deadline == nil)
  }

  @Test func `while it runs a step key only pauses`() throws {
    var world = try World()
    world.press(.enter)
    world.settle()
    let made = world.app.completedSteps
    world.press(space)
    world.rest()
    #expect(world.app.completedSteps == made)
    #expect(!world.app.drive.isRunning)
  }

  @Test func `the run stops at the last step of the schedule, and space goes on`() throws {
    var world = try World(steps: 12)
    world.press(.enter, .character("+"), .character("+"), .character("+"), .character("+"))
    world.rest()
    #expect(world.app.completedSteps == 12)
    #expect(!world.app.drive.isRunning)
    world.press(space)
    world.rest()
    #expect(world.app.completedSteps == 13)
  }

  @Test func `speed changes from one step a second to as fast as it goes`() throws {
    var world = try World()
    for _ in 0..<10 { world.press(.character("-")) }
    #expect(world.app.drive.speed == 1)
    for _ in 0..<10 { world.press(.character("+")) }
    #expect(world.app.drive.speed == .infinity)
  }

  @Test func `r starts again with the same numbers, R with others`() throws {
    var world = try World()
    world.press(space)
    world.rest()
    let first = world.app.lastLoss
    world.press(.character("r"))
    world.rest()
    #expect(world.app.completedSteps == 0)
    #expect(world.app.lastLoss == nil)
    world.press(space)
    world.rest()
    #expect(world.app.lastLoss == first)
    world.press(.character("R"))
    world.rest()
    world.press(space)
    world.rest()
    #expect(world.app.seed == 2)
    #expect(world.app.lastLoss != first)
  }

  @Test func `q closes help and only then quits; escape never quits`() throws {
    var world = try World()
    world.press(.character("?"))
    #expect(world.app.isHelpOpen)
    world.press(.character("q"))
    #expect(!world.app.isHelpOpen && !world.app.isQuitting)
    world.press(.escape)
    #expect(!world.app.isQuitting)
    world.press(.character("q"))
    #expect(world.app.isQuitting)
  }

  @Test func `an idle app asks for no wake-up`() throws {
    var world = try World()
    #expect(world.app.deadline == nil)
    world.press(space)
    world.rest(ticks: 120)
    #expect(world.app.deadline == nil)
  }

  @Test func `without animation a step shows at once`() throws {
    var world = try World(animates: false)
    world.press(space)
    world.settle()
    #expect(world.app.completedSteps == 1)
    #expect(world.app.deadline == nil)
  }

  @Test func `every key of every action is bound once`() {
    let keys = Action.allCases.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    for action in Action.allCases { #expect(action.keys.first.flatMap(Action.init) == action) }
  }
}
