import Autograd
import Canvas
import Moves
import Testing
import Training

@testable import Visualizer

/// Everything that a moment of a run is: what the engine holds, what the charts draw.
private struct Bits: Equatable {
  var engine: Int
  var loss: Bins
  var norm: Bins
  var clippedSteps: Int
  var lastLoss: Float?
}

@Suite struct ReplayTests {
  private static let keys: [Key] = [
    .right, .right, .right, .right, .right, .left, .left, .left, .character(" "), .character(","),
    .character("."), .end, .tab, .character("s"), .character("3"), .down, .character("m"),
  ]
  private static let sideRoads: [Key] = [.character("e"), .character("g"), .character("c")]

  /// A side road takes long, and comes seldom.
  private static func key(_ random: inout MersenneTwister) -> Key {
    if random.integer(below: 60) == 0 { return sideRoads[random.integer(below: 3)] }
    return keys[random.integer(below: keys.count)]
  }

  @Test(arguments: ["line", "spiral", "names", "story"])
  func `five hundred walks back and forth find the same bits at every moment`(lesson: String) throws
  {
    var random = MersenneTwister(seed: 11)
    var world = try Self.world(lesson)
    var seen: [Moment: Bits] = [:]
    var screens: [Moment: String] = [:]
    var returns = 0
    for walk in 0..<500 {
      for _ in 0..<random.integer(below: 12) {
        let key = Self.key(&random)
        world.press(key)
        world.rest(ticks: 4)
        let (now, bits) = (world.app.run.now, Self.bits(of: world))
        if let first = seen[now] {
          returns += 1
          #expect(bits == first, "\(key) to \(now) in walk \(walk)")
        }
        seen[now] = bits
        guard key == .right, world.app.run.stage.detour == .none else { continue }
        let screen = Self.moves(of: world)
        #expect(screen == screens[now] ?? screen, "\(now) in walk \(walk)")
        screens[now] = screen
      }
      if random.integer(below: 10) == 0 { world.press(.home) }
      world.rest(ticks: 4)
    }
    #expect(world.app.run.now <= world.timeline.newest)
    #expect(seen.count > 100 && returns > 1000, "\(seen.count) moments, \(returns) returns")
  }

  /// As small as a lesson can be made, with dropout wherever its network has some.
  private static func world(_ lesson: String) throws -> World {
    try World(lesson: lesson, animates: false) {
      if lesson == "story" {
        ($0.layers, $0.heads, $0.width, $0.context) = (1, 2, 8, 6)
        ($0.batchSize, $0.microBatches, $0.dropout) = (4, 2, 0.2)
      } else if lesson == "names" {
        ($0.width, $0.batchSize) = (8, 4)
      }
      $0.evalInterval = 25
      $0.evalBatches = 1
    }
  }

  /// A sample that was asked for draws from a stream of its own, which training never reads.
  private static func bits(of world: World) -> Bits {
    var snapshot = world.trainer.snapshot()
    snapshot.evaluationIsDue = false
    snapshot.random.sampling = MersenneTwister(seed: 0)
    let history = world.app.run.history
    return Bits(
      engine: snapshot.fingerprint, loss: history.loss, norm: history.norm,
      clippedSteps: history.clippedSteps, lastLoss: history.lastLoss)
  }

  /// The part of the screen that tells of the moves; the rest has what a person chose.
  private static func moves(of world: World) -> String {
    world.app.frame(width: 80, height: 24).text
      .split(separator: "\n", omittingEmptySubsequences: false)[1..<6].joined(separator: "\n")
  }
}
