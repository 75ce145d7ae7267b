internal import Moves

/// What waits to be lit on the screen, and when: the worker is faster than the eye.
struct Playback: Sendable {
  private(set) var waiting: [News] = []
  /// When the next of it may be lit.
  private(set) var due = 0.0
  var pace = Pace.none
  /// Whether what is lit is a move.
  private var isOnTheRoad = false

  static let detourPace = 0.6

  var isEmpty: Bool { waiting.isEmpty }
  /// Whether a move is still to be lit.
  var holdsMove: Bool { waiting.contains { if case .moved = $0 { true } else { false } } }
  var deadline: Double? { waiting.first.map { due + delay(of: $0) } }
  /// Whether another move is to follow the one that is lit.
  var isPassing: Bool {
    if case .moved = waiting.first { !pace.isNone } else { false }
  }

  mutating func append(_ news: News) {
    waiting.append(news)
  }

  /// The same moves, as they are told again.
  mutating func retell(_ moves: [MoveReport]) {
    let told = Dictionary(moves.map { (Moment(after: $0), $0) }) { $1 }
    waiting = waiting.map { news in
      guard case .moved(let report) = news, let again = told[Moment(after: report)] else {
        return news
      }
      return .moved(report.following(again))
    }
  }

  /// What is to be lit by now.
  mutating func take(at time: Double) -> [News] {
    var taken: [News] = []
    while let next = waiting.first,
      next.isAside || due + delay(of: next) <= time || pace.isNone
    {
      waiting.removeFirst()
      taken.append(next)
      if next.isAside { continue }
      due = max(due + delay(of: next), time) + stay(of: next)
      if case .moved = next { isOnTheRoad = true } else { isOnTheRoad = false }
    }
    return taken
  }

  /// Everything that waits, at once: keys kept coming.
  mutating func skip() -> [News] {
    defer { waiting = [] }
    (due, isOnTheRoad) = (0, false)
    return waiting
  }

  private func stay(of news: News) -> Double {
    switch news {
    case .evaluating, .sampling: pace.isNone ? 0 : Self.detourPace
    case .moved(let report): report.planned.microBatch > 1 ? pace.again : pace.move
    default: pace.move
    }
  }

  /// What a side road waits for on top: the moves are to be read before it hides them.
  private func delay(of news: News) -> Double {
    guard case .evaluating = news, isOnTheRoad else { return 0 }
    return pace.beforeDetour
  }
}

extension MoveReport {
  /// As it was made, with what is told again of the parameters that are followed.
  fileprivate func following(_ again: MoveReport) -> MoveReport {
    var report = self
    report.watched = again.watched
    report.summary?.watched = again.summary?.watched ?? []
    if case .step(var update) = outcome, case .step(let told) = again.outcome {
      update.watched = told.watched
      report.outcome = .step(update)
    }
    return report
  }
}

extension News {
  /// What comes with the news before it, and is no light of its own.
  fileprivate var isAside: Bool {
    if case .found = self { true } else { false }
  }
}
