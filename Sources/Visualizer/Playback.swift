internal import Moves

/// What waits to be lit on the screen, and when: the worker is faster than the eye.
struct Playback: Sendable {
  enum Moment: Sendable, Equatable {
    case move(MoveReport)
    case evaluating(step: Int)
    case evaluated(EvaluationReport)
    case sampling(step: Int)
    case sampled(SampleReport)
    case checked(GradientCheck)
  }

  private(set) var waiting: [Moment] = []
  /// When the next moment may be lit.
  private(set) var due = 0.0
  var pace = Pace.none
  /// Whether what is lit is a move.
  private var isOnTheRoad = false

  static let detourPace = 0.6

  var isEmpty: Bool { waiting.isEmpty }
  var deadline: Double? { waiting.first.map { due + delay(of: $0) } }
  /// Whether another move is to follow the one that is lit.
  var isPassing: Bool {
    if case .move = waiting.first { !pace.isNone } else { false }
  }

  mutating func append(_ moment: Moment) {
    waiting.append(moment)
  }

  /// The moments whose time has come.
  mutating func take(at time: Double) -> [Moment] {
    var taken: [Moment] = []
    while let next = waiting.first, due + delay(of: next) <= time || pace.isNone {
      waiting.removeFirst()
      taken.append(next)
      due = max(due + delay(of: next), time) + stay(of: next)
      if case .move = next { isOnTheRoad = true } else { isOnTheRoad = false }
    }
    return taken
  }

  /// Everything that waits, at once: keys kept coming.
  mutating func skip() -> [Moment] {
    defer { waiting = [] }
    (due, isOnTheRoad) = (0, false)
    return waiting
  }

  private func stay(of moment: Moment) -> Double {
    switch moment {
    case .evaluating, .sampling: pace.isNone ? 0 : Self.detourPace
    case .move(let report): report.planned.microBatch > 1 ? pace.again : pace.move
    default: pace.move
    }
  }

  /// What a side road waits for on top: the moves are to be read before it hides them.
  private func delay(of moment: Moment) -> Double {
    guard case .evaluating = moment, isOnTheRoad else { return 0 }
    return pace.beforeDetour
  }
}
