internal import Moves

/// Who moves training on: the taps that wait, the run that goes by itself, and the one request in
/// flight.
struct Drive: Sendable, Equatable {
  /// Steps a second to choose from; the last is as fast as it goes.
  static let speeds: [Double] = [1, 2, 4, 8, 16, 32, .infinity]
  static let firstSpeed = 2

  private(set) var queue: [Request] = []
  /// How many steps at the queue's front the request in flight is making.
  private(set) var asked = 0
  var inFlight: Request?
  var isRunning = false
  var speedIndex = firstSpeed
  /// Whether the run goes by itself as fast as it did when it was written down.
  private(set) var isAsRecorded = false
  /// Where the machine is shared no speed is above this one.
  var fastest = Double.infinity
  /// When the run makes its next step.
  var nextStepAt = 0.0

  var speed: Double { Self.speeds[speedIndex] }

  /// - Parameter knowsPace: whether below the slowest comes the pace of a recording.
  mutating func changeSpeed(by change: Int, knowsPace: Bool = false) {
    if isAsRecorded || knowsPace && speedIndex == 0 && change < 0 {
      isAsRecorded = change < 0
      return
    }
    let last = Self.speeds.lastIndex { $0 <= fastest } ?? 0
    speedIndex = min(max(speedIndex + change, 0), last)
  }

  /// For a run that begins.
  /// - Parameter goesOn: whether that was no key's doing.
  func begun(anew goesOn: Bool) -> Drive {
    var fresh = Drive(inFlight: inFlight, speedIndex: speedIndex, fastest: fastest)
    fresh.isAsRecorded = isAsRecorded
    if goesOn { fresh.isRunning = isRunning }
    return fresh
  }

  mutating func enqueue(_ request: Request) { queue.append(request) }

  mutating func dropQueue() {
    queue = []
    asked = 0
  }

  /// Nothing is made any more that was asked for, or goes on by itself.
  mutating func stop() {
    dropQueue()
    isRunning = false
  }

  /// Whether the request in flight makes steps that the queue asked for.
  var isMakingQueued: Bool { asked > 0 }

  /// Drops what keys asked for, and returns it.
  @discardableResult
  mutating func dropWaiting() -> [Request] {
    let dropped = waiting
    queue.removeAll { dropped.contains($0) }
    asked = 0
    return dropped
  }

  /// The next request of the queue; equal steps in a row are asked for together, and
  /// stay in the queue until they are made.
  mutating func nextFromQueue() -> Request? {
    guard inFlight == nil, let next = queue.first else { return nil }
    let equal = queue.prefix { $0 == next }.count
    if next == .step, equal > 1 {
      asked = equal
      return .steps(atMost: equal, seconds: Self.burst)
    }
    queue.removeFirst()
    return next
  }

  /// So many steps were made together: those of them that the queue asked for are done.
  mutating func didRun(steps: Int) {
    let done = min(steps, asked)
    queue.removeFirst(done)
    asked -= done
  }

  /// The request in flight is done.
  mutating func finish() {
    inFlight = nil
    asked = 0
  }

  /// How long the worker goes on before it tells of whole steps: a frame's time.
  static let burst = 1.0 / 30
}

extension Request {
  /// Whether it goes on with training.
  var trainsOn: Bool {
    switch self {
    case .move, .step, .steps: true
    default: false
    }
  }
}
