import Autograd
import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct BackTests {
  private static let keys: [Key] = [
    .right, .right, .right, .left, .left, .character(","), .character("."), .character(" "), .home,
    .end, .character("e"), .tab, .character("y"),
  ]

  @Test(arguments: [1, 2, 3])
  func `the screen is the same whenever a moment is come to by the same key`(seed: UInt32) throws {
    var random = MersenneTwister(seed: seed)
    var world = try World(animates: false)
    var first: [Moment: String] = [:]
    var returns = 0
    for _ in 0..<200 {
      let key = Self.keys[random.integer(below: Self.keys.count)]
      world.press(key)
      world.rest()
      guard key == .right, world.app.run.stage.detour == .none else { continue }
      let screen = Self.moving(world.app.frame(width: 80, height: 24).text)
      if let known = first[world.app.run.now] {
        returns += 1
        #expect(screen == known)
      }
      first[world.app.run.now] = screen
    }
    #expect(returns > 5)
  }

  /// The screen without what a person chose: the timeline in the header, panels, the axis, and the
  /// marks of evaluations that were asked for.
  private static func moving(_ screen: String) -> String {
    screen.split(separator: "\n", omittingEmptySubsequences: false)[1..<9].joined(separator: "\n")
  }

  @Test(arguments: [80, 100, 120])
  func `the header names the step that the boxes are in, also where one went back into it`(
    width: Int
  ) throws {
    var world = try World(animates: false) { $0.evalInterval = 1000 }
    world.makeSteps(9)
    let header = { (world: World) in
      String(world.app.frame(width: width, height: 24).text.split(separator: "\n")[0])
    }
    for moves in (1...4).reversed() {
      world.press(.left)
      world.rest(ticks: 2)
      #expect(world.app.run.now == Moment(completedSteps: 8, moves: moves))
      #expect(header(world).contains("in step 9  0 ") && header(world).hasSuffix(" 9"))
      #expect(header(world).contains("8 / 200"))
    }
    world.press(.left)
    world.rest(ticks: 2)
    #expect(world.app.run.now == Moment(completedSteps: 8) && !header(world).contains("in step"))
  }

  @Test func `a run that lights move by move names the step in progress, too`() throws {
    var world = try World()
    world.press(.character("-"), .character("-"), .enter)
    world.settle()
    var seen: Set<Int> = []
    for _ in 0..<60 {
      world.pass(0.05)
      world.settle()
      let header = world.app.frame(width: 100, height: 30).text.split(separator: "\n")[0]
      guard let live = world.app.run.stage.live, world.app.run.stage.detour == .none else {
        continue
      }
      let isInside = !live.completesStep
      #expect(header.contains("in step \(live.step)  running 1/s") == isInside)
      if isInside { seen.insert(live.step) }
    }
    #expect(seen.count > 1)
  }

  @Test func `starting again says what is dropped`() throws {
    var world = try World(animates: false)
    world.makeSteps(3)
    world.press(.character("r"))
    world.settle()
    #expect(world.app.completedSteps == 0)
    #expect(world.text.contains("The run so far, up to step 3, is dropped."))
    world.makeSteps(1)
    #expect(!world.text.contains("dropped"))
  }

  @Test func `back takes back one move, and right makes it again`() throws {
    var world = try World(animates: false)
    world.press(.right)
    world.rest()
    world.press(.right)
    world.rest()
    let screen = world.app.frame(width: 80, height: 24).text
    world.press(.left)
    world.rest()
    #expect(world.app.run.stage.live?.move == .zeroGrad)
    #expect(world.app.run.stage.latest[.forward] == nil)
    world.press(.right)
    world.rest()
    #expect(world.app.frame(width: 80, height: 24).text == screen)
  }

  @Test func `before the first step is complete the header counts the moves that were taken back`()
    throws
  {
    var world = try World(animates: false)
    for key: Key in [.right, .right, .right, .left, .left] {
      world.press(key)
      world.rest()
    }
    let header = { world.app.frame(width: 80, height: 24).text.prefix { $0 != "\n" } }
    #expect(header().contains("2 moves back"), "\(header())")
    world.press(.right)
    world.rest()
    #expect(header().contains("1 move back"), "\(header())")
  }

  @Test func `home shows step 0 as it was, and end the newest step`() throws {
    var world = try World(animates: false)
    let beginning = world.app.frame(width: 80, height: 24)
    for _ in 0..<30 { world.press(.character(" ")) }
    world.rest()
    let newest = world.app.frame(width: 80, height: 24)
    world.press(.home)
    world.rest()
    #expect(world.app.completedSteps == 0)
    #expect(world.app.frame(width: 80, height: 24).text.contains("0 ●───────── 30"))
    let rows = { (frame: Frame) in frame.text.split(separator: "\n").dropFirst().joined() }
    #expect(rows(world.app.frame(width: 80, height: 24)) == rows(beginning))
    world.press(.end)
    world.rest()
    #expect(world.app.frame(width: 80, height: 24) == newest)
  }

  @Test func `charts go back with the run, bin for bin`() throws {
    var world = try World(steps: 2000, animates: false)
    for _ in 0..<700 { world.press(.character(" ")) }
    world.rest()
    let (loss, norm) = (world.app.run.history.loss, world.app.run.history.norm)
    for _ in 0..<25 { world.press(.character(" ")) }
    world.rest()
    for _ in 0..<25 { world.press(.character(",")) }
    world.rest()
    #expect(world.app.completedSteps == 700)
    #expect(world.app.run.history.loss == loss)
    #expect(world.app.run.history.norm == norm)
  }

  @Test func `an evaluation that was asked for is gone before it was made, the loop's own is not`()
    throws
  {
    var world = try World(animates: false)
    for _ in 0..<21 { world.press(.character(" ")) }
    world.rest()
    world.press(.character("e"))
    world.rest()
    #expect(world.app.run.history.evaluations.map(\.step) == [1, 20, 21])
    world.press(.home)
    world.rest()
    #expect(world.app.run.history.evaluations.isEmpty)
    world.press(.end)
    world.rest()
    #expect(world.app.run.history.evaluations.map(\.step) == [1, 20])
  }

  @Test func `escape gives up a journey`() throws {
    var world = try World(animates: false)
    world.tell(.travelling(made: 10, of: 500))
    #expect(world.app.frame(width: 80, height: 24).text.contains("step 10 of 500 again, esc stops"))
    world.press(.escape)
    #expect(world.pending == [.giveUp])
  }

  @Test func `of a very long run the newest steps are kept exactly, the first in their columns`() {
    var history = History()
    var bins: [Int: Bins] = [:]
    let count = History.mostSteps + 3 * KeptSteps.blockLength + 1000
    for step in 1...count {
      history.append(
        StepSummary(
          step: step, loss: 1 / Float(step), microLosses: [], gradNorm: Double(step % 7),
          clipFactor: 1, clipped: step % 100 == 1, learningRate: 0, updateNorm: 0,
          moveSeconds: []))
      if [5000, count - 100_000, count - 1].contains(step) { bins[step] = history.loss }
    }
    let newest = history.loss
    for step in [count - 1, count - 100_000] {
      history.go(to: step)
      #expect(history.loss == bins[step])
      #expect(history.completedSteps == step && history.clippedSteps == (step + 99) / 100)
    }
    history.go(to: 5000)
    #expect(history.completedSteps == 5000 && history.loss.count == 5000)
    #expect(1 / 7000...1 / 5000 ~= history.bestLoss ?? 0)
    history.go(to: count)
    #expect(history.loss == newest)
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 8192, 9000, 12_000])
  func `what is kept of the steps is what was put there`(kept: Int) {
    var (steps, plain) = (KeptSteps(), [Float?]())
    for place in 0..<9000 {
      steps.put(Self.step(loss: Float(place)), at: place)
      plain.append(Float(place))
    }
    steps.keepFirst(kept)
    plain = Array(plain.prefix(kept))
    #expect(steps.count == plain.count && steps.prefix(.max).map(\.loss) == plain)
    // One that is told beyond the next leaves those between untold.
    steps.put(Self.step(loss: 7), at: plain.count + 2)
    #expect(steps.prefix(.max).map(\.loss) == plain + [nil, nil, 7])
    steps.put(Self.step(loss: 8), at: plain.count)
    #expect(steps.prefix(plain.count + 1).map(\.loss) == plain + [8])
  }

  private static func step(loss: Float) -> Charts.Step {
    Charts.Step(
      StepSummary(
        step: 1, loss: loss, microLosses: [], gradNorm: 1, clipFactor: 1, clipped: false,
        learningRate: 0, updateNorm: 0, moveSeconds: []))
  }
}
