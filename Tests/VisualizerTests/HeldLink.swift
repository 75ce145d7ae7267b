import Canvas
import Moves

@testable import Visualizer

/// A key held down at one end of a link that bunches what it carries, and a machine at the other end
/// that takes its time.
struct HeldLink {
  var clump: Int
  /// The most seconds by which a clump comes late; its successors never overtake it.
  var jitter = 0.0
  var rate = 30.0
  var seconds = 8.0

  /// When each clump arrives: once its last key has been pressed.
  func arrivals(seed: UInt64) -> [Double] {
    var state = seed
    var times: [Double] = []
    for clump in 1...max(Int(seconds * rate) / clump, 2) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let late = jitter * Double(state >> 40) / Double(1 << 24)
      times.append(max(Double(clump * self.clump) / rate + late, times.last ?? 0))
    }
    return times
  }
}

/// The app and a machine on which each effect takes a while.
struct SlowWorld {
  var world: World
  var time = 0.0
  /// Seconds that an effect takes: a kiosk rests until an eighth of a second is over.
  var effectTime: Double
  private var free: Double?
  /// When each effect began.
  private(set) var starts: [Double] = []

  init(_ world: World, effectTime: Double) {
    self.world = world
    self.effectTime = effectTime
  }

  /// Lets the machine work until then.
  mutating func pass(until end: Double) {
    while true {
      if free == nil, !world.pending.isEmpty {
        starts.append(time)
        free = time + effectTime
      }
      guard let due = free, due <= end else { break }
      time = due
      world.pass(until: time)
      world.perform(narrowedFirst())
      free = nil
    }
    time = end
    world.pass(until: end)
  }

  /// As a kiosk does it, no more at once than a step.
  private mutating func narrowedFirst() -> Effect {
    let effect = world.takeFirst()
    guard case .request(.steps(_, let seconds)) = effect else { return effect }
    return .request(.steps(atMost: 1, seconds: seconds))
  }
}
