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
  /// How long each moment stays lit; zero means that nothing waits.
  var pace = 0.0

  static let detourPace = 0.6

  var isEmpty: Bool { waiting.isEmpty }
  var deadline: Double? { waiting.isEmpty ? nil : due }

  mutating func append(_ moment: Moment) {
    waiting.append(moment)
  }

  /// The moments whose time has come.
  mutating func take(at time: Double) -> [Moment] {
    var taken: [Moment] = []
    while let next = waiting.first, due <= time || pace == 0 {
      waiting.removeFirst()
      taken.append(next)
      due = max(due, time) + stay(of: next)
    }
    return taken
  }

  /// Everything that waits, at once: keys kept coming.
  mutating func skip() -> [Moment] {
    defer { waiting = [] }
    due = 0
    return waiting
  }

  private func stay(of moment: Moment) -> Double {
    switch moment {
    case .evaluating, .sampling: pace > 0 ? Self.detourPace : 0
    default: pace
    }
  }
}
