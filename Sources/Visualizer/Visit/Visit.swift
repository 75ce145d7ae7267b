internal import Moves

/// A beginner's walk through the first training step, and what was guessed on the way.
struct Visit: Sendable, Equatable {
  /// Whether the step will be clipped.
  var saysClipped: Bool?
  /// Whether the parameter will grow.
  var saysGrows: Bool?

  /// What a page may ask, to be answered with yes or no.
  enum Question: Sendable {
    case clipped
    case grows
  }

  mutating func answer(_ question: Question, _ answer: Bool) {
    switch question {
    case .clipped: saysClipped = answer
    case .grows: saysGrows = answer
    }
  }
}

/// The screens of a visit, each at its moment of the run.
enum VisitPage: Sendable, Equatable {
  case welcome
  case zeroGrad
  case forward
  case backward
  /// The other micro-batches, where there are some.
  case parts
  case clip
  case step
  case evaluation
  /// The next step begins, where the batch is read at once.
  case again

  static let count = 8

  func number(microBatches: Int) -> Int {
    let parts = microBatches > 1 ? 1 : 0
    switch self {
    case .welcome: return 1
    case .zeroGrad: return 2
    case .forward: return 3
    case .backward: return 4
    case .parts: return 5
    case .clip: return 5 + parts
    case .step: return 6 + parts
    case .evaluation: return 7 + parts
    case .again: return 8
    }
  }
}
