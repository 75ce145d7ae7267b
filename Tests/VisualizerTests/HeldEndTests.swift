import Canvas
import Moves
import Testing

@testable import Visualizer

/// A hold that leads to what is to be seen ends there, until the key is pressed anew.
@Suite struct HeldEndTests {
  static let keys: [Key] = [.character(" "), .character("."), .right]

  /// Held as a keyboard repeats it: after half a second, 30 times a second.
  private func hold(_ key: Key, _ machine: inout SlowWorld, seconds: Double = 4) {
    let start = machine.time
    machine.world.tell(.keys([key]))
    for count in 0..<Int((seconds - 0.5) * 30) {
      machine.pass(until: start + 0.5 + Double(count) / 30)
      machine.world.tell(.keys([key]))
    }
    machine.pass(until: start + seconds + 1)
  }

  private func machine(_ world: World, _ effectTime: Double) -> SlowWorld {
    var machine = SlowWorld(world, effectTime: effectTime)
    machine.time = world.time
    machine.pass(until: machine.time + 1)
    return machine
  }

  @Test(arguments: [0.125, 0.0005], [1, 2, 3, 4, 5, 20])
  func `a hold ends at the last step, whose page stays until the key is pressed again`(
    effectTime: Double, before: Int
  ) throws {
    for key in Self.keys where key != .right || before < 4 {
      var world = try World(steps: 24, animates: false)
      world.makeSteps(24 - before)
      var machine = machine(world, effectTime)
      hold(key, &machine)
      #expect(machine.world.app.completedSteps == 24, "\(key)")
      #expect(machine.world.app.sentence.parts.heading == "the end", "\(key)")
      #expect(
        machine.world.app.options.remark
          == "\(key.name.capitalizedFirst) stops here: let go of it, and press it again to go on.")
      machine.world.tell(.keys([key]))
      machine.pass(until: machine.time + 1)
      if key != .right { #expect(machine.world.app.completedSteps == 25) }
    }
  }

  @Test func `it goes on past the end where it begins there`() throws {
    var world = try World(steps: 24, animates: false)
    world.makeSteps(24)
    var machine = machine(world, 0.0005)
    hold(.character(" "), &machine)
    #expect(machine.world.app.completedSteps > 100)
  }

  @Test func `taps that were typed are all made, past the end too`() throws {
    var world = try World(steps: 24, animates: false)
    world.makeSteps(20)
    var machine = machine(world, 0.0005)
    machine.world.tell(.keys(Array(repeating: .character(" "), count: 10)))
    machine.pass(until: machine.time + 1)
    #expect(machine.world.app.completedSteps == 30)
  }

  @Test func `a hold ends where the run left the finite numbers`() throws {
    let world = try World(steps: 200, animates: false) {
      ($0.optimizer, $0.maxNorm) = (.sgd, .infinity)
      ($0.learningRate, $0.minLearningRate) = (1e6, 1e6)
    }
    var machine = machine(world, 0.0005)
    hold(.character(" "), &machine)
    let divergence = try #require(machine.world.app.run.divergence)
    #expect(machine.world.app.run.now == divergence.moment)
    #expect(machine.world.app.sentence.parts.text == divergence.words(isInClass: false))
  }

  @Test func `it answers no page that opens under it`() throws {
    var world = try World(animates: false)
    world.breakLoop("no-step")
    world.settle()
    var machine = machine(world, 0.0005)
    hold(.character(" "), &machine, seconds: 10)
    #expect(machine.world.app.breakPage == .verdict(scroll: 0))
    #expect(machine.world.app.answer == nil)
  }
}
