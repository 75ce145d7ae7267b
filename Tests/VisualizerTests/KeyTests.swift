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
    for _ in 0..<25 {
      if let move = world.app.stage.live?.move, lit.last != move { lit.append(move) }
      world.pass(0.05)
    }
    #expect(lit == Move.allCases)
    #expect(world.app.completedSteps == 1)
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
    #expect(world.app.stage.live?.move == .forward)
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
    world.rest()
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
