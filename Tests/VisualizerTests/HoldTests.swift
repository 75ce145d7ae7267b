import Canvas
import Moves
import Testing

@testable import Visualizer

@Suite struct HoldTests {
  static let keys: [Key] = [.character(" "), .right, .left]

  /// A run of so many steps on a machine of this pace.
  private func machine(steps: Int = 40, effectTime: Double) throws -> SlowWorld {
    var world = try World(steps: 2000, animates: false)
    for _ in 0..<steps {
      world.press(.character("."))
      world.settle()
      world.pass(1)
    }
    return SlowWorld(world, effectTime: effectTime)
  }

  /// Effects that began after the last key of a hold had come, and all that began.
  private func hold(
    _ key: Key, _ link: HeldLink, effectTime: Double, seed: UInt64
  ) throws -> (after: Int, all: Int) {
    var machine = try machine(effectTime: effectTime)
    let start = machine.world.time
    machine.time = start
    for arrival in link.arrivals(seed: seed) {
      machine.pass(until: start + arrival)
      machine.world.tell(.keys(Array(repeating: key, count: link.clump)))
    }
    let end = machine.time
    machine.pass(until: end + 30)
    return (machine.starts.filter { $0 > end }.count, machine.starts.count)
  }

  /// 8 steps a second in a kiosk; an own machine makes a step of `line` in less than a millisecond.
  @Test(arguments: [0.125, 0.0005], [2, 3, 5, 9, 15, 30, 60])
  func `nothing begins after a hold's last key, however the link bunches its keys`(
    effectTime: Double, clump: Int
  ) throws {
    for key in Self.keys {
      let (after, all) = try hold(
        key, HeldLink(clump: clump), effectTime: effectTime, seed: 1)
      #expect(after == 0, "\(key): \(after) of \(all)")
      #expect(all >= 4)
    }
  }

  @Test(arguments: [0.125, 0.0005], [2, 5, 9, 15, 30, 60])
  func `nor on a link that is late by a different while each time`(
    effectTime: Double, clump: Int
  ) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let link = HeldLink(clump: clump, jitter: min(0.15 + Double(clump) / 120, 0.5))
      let key = Self.keys[Int(seed) % Self.keys.count]
      let (after, all) = try hold(key, link, effectTime: effectTime, seed: seed)
      #expect(after == 0, "\(key), seed \(seed): \(after) of \(all)")
    }
  }

  @Test(arguments: [1, 30, 500])
  func `one burst of any size is typed, in a kiosk too`(count: Int) throws {
    for key in [Key.character(" "), .right] {
      var machine = try machine(steps: 2, effectTime: 0.125)
      machine.time = machine.world.time
      machine.world.tell(.keys(Array(repeating: key, count: count)))
      machine.pass(until: machine.time + 0.13 * Double(count + 2))
      // An evaluation on the way is a stop that takes a move's key.
      #expect(machine.starts.count == count)
      if key != .right { #expect(machine.world.app.completedSteps == 2 + count) }
    }
  }

  @Test func `any other key drops what is still waiting, and says how much`() throws {
    var machine = try machine(steps: 2, effectTime: 0.125)
    machine.time = machine.world.time
    machine.world.tell(.keys(Array(repeating: .character(" "), count: 500)))
    machine.pass(until: machine.time + 5.05)
    machine.world.tell(.keys([.character("z")]))
    machine.pass(until: machine.time + 30)
    let made = machine.world.app.completedSteps - 2
    #expect(made == 41)
    #expect(machine.world.text.contains("Dropped \(500 - made) steps that were still waiting."))
  }

  /// As a link brings them that was still for a while.
  @Test func `a key that comes in one read with a burst before it drops that at once`() throws {
    for key in [Key.escape, .character("z"), .unknown] {
      var machine = try machine(steps: 2, effectTime: 0.125)
      machine.time = machine.world.time
      machine.world.tell(.keys(Array(repeating: .character(" "), count: 300) + [key]))
      machine.pass(until: machine.time + 30)
      #expect(machine.world.app.completedSteps == 2)
      #expect(machine.world.text.contains("Dropped 300 steps that were still waiting."))
    }
  }

  /// In one read with the burst, in one with its rest, or behind it.
  @Test(arguments: [Key.enter, .left, .home, .end, .character("r"), .character("e"), .right])
  func `a key that stops a burst sets nothing going, the same key again does`(key: Key) throws {
    let burst = Array(repeating: Key.character(" "), count: 300)
    for reads in [[burst + [key]], [burst, burst.prefix(3) + [key]], [burst, [key]]] {
      var machine = try machine(steps: 2, effectTime: 0.125)
      machine.time = machine.world.time
      for read in reads {
        machine.world.tell(.keys(Array(read)))
        machine.pass(until: machine.time + 1.05)
      }
      let made = machine.starts.count
      machine.pass(until: machine.time + 20)
      #expect(machine.starts.count == made && made < 20)
      #expect(machine.world.app.completedSteps == 2 + made)
      let count = reads.joined().count - 1 - made
      #expect(machine.world.text.contains("Dropped \(count) steps that were still waiting."))
      machine.world.tell(.keys([key]))
      machine.pass(until: machine.time + 3)
      #expect(machine.starts.count > made)
    }
  }

  @Test func `a key that stops a burst and sets nothing going does its work at once`() throws {
    var machine = try machine(steps: 2, effectTime: 0.125)
    machine.time = machine.world.time
    machine.world.tell(.keys(Array(repeating: .character(" "), count: 300) + [.character("?")]))
    #expect(machine.world.app.isHelpOpen)
    machine.world.tell(.keys([.escape]))
    machine.world.tell(.keys(Array(repeating: .character(" "), count: 300) + [.character("q")]))
    #expect(machine.world.app.isQuitting)
  }

  @Test func `a key that comes in one read with the end of a hold leaves no step to make`() throws {
    var machine = try machine(steps: 2, effectTime: 0.125)
    for clump in 1...4 {
      machine.pass(until: machine.time + 0.5)
      let last: [Key] = clump == 4 ? [.character("z")] : []
      machine.world.tell(.keys(Array(repeating: .character(" "), count: 15) + last))
    }
    let end = machine.time
    machine.pass(until: end + 30)
    #expect(machine.starts.filter { $0 > end }.count == 0)
  }

  @Test func `taps that come in one read with another key are all made`() throws {
    var machine = try machine(steps: 2, effectTime: 0.125)
    machine.time = machine.world.time
    let spaces = Array(repeating: Key.character(" "), count: 5)
    machine.world.tell(.keys(spaces + [.character("e")] + spaces))
    machine.pass(until: machine.time + 30)
    #expect(machine.world.app.completedSteps == 12)
  }

  @Test func `the line about what was dropped waits until a page is closed`() throws {
    var machine = try machine(steps: 2, effectTime: 0.125)
    machine.time = machine.world.time
    machine.world.tell(.keys(Array(repeating: .right, count: 30)))
    machine.pass(until: machine.time + 1.3)
    machine.world.tell(.keys([.character("?")]))
    machine.pass(until: machine.time + 30)
    machine.world.tell(.keys([.escape]))
    #expect(machine.world.text.contains("moves that were still waiting."))
  }

  @Test func `a report of the terminal's and a paste drop nothing`() throws {
    var machine = try machine(steps: 2, effectTime: 0.125)
    machine.time = machine.world.time
    machine.world.tell(.keys(Array(repeating: .character(" "), count: 20)))
    machine.pass(until: machine.time + 1)
    machine.world.tell(.keys([.report]))
    machine.world.tell(.keys([.paste("q")]))
    machine.pass(until: machine.time + 30)
    #expect(machine.world.app.completedSteps == 22)
  }

  @Test func `a key that does nothing drops what waits, as any other key does`() throws {
    var machine = try machine(steps: 2, effectTime: 0.125)
    machine.time = machine.world.time
    machine.world.tell(.keys(Array(repeating: .character(" "), count: 20)))
    machine.pass(until: machine.time + 1)
    machine.world.tell(.keys([.unknown]))
    machine.pass(until: machine.time + 30)
    #expect(machine.world.app.completedSteps < 15)
    #expect(machine.world.text.contains("that were still waiting."))
  }

  @Test func `a step tapped while a held one is being made is made too`() throws {
    var world = try World(animates: false)
    world.press(.character("."))
    world.press(.character(" "))
    world.settle()
    #expect(world.app.completedSteps == 2)
  }

  @Test(arguments: ["e", "g", "c"])
  func `evaluations, samples and checks do not run on either`(key: Unicode.Scalar) throws {
    var machine = try machine(steps: 2, effectTime: 0.5)
    machine.time = machine.world.time
    for _ in 0..<60 {
      machine.pass(until: machine.time + 1.0 / 30)
      machine.world.tell(.keys([.character(key)]))
    }
    let end = machine.time
    machine.pass(until: end + 30)
    #expect(machine.starts.filter { $0 > end }.isEmpty)
  }
}
