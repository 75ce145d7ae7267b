internal import Moves

/// A loop that was broken, what is known of it so far, and what was there before.
struct Broken: Sendable {
  var breakage: Breakage
  /// Training steps that were complete when it was broken.
  var start: Int
  var guess: CurveGuess?
  var findings: Findings?
  /// Whether it was told what happened after the steps that the guess was about.
  var isTold = false
  /// What showed when it was broken.
  var before: RunView

  /// The step after which it is told what happened.
  var end: Int {
    start + breakage.stepsToGuess(in: before.facts.settings.steps ?? .max, from: start)
  }

  /// What was expected of it before it ran.
  var expected: [Sign.Kind] { breakage.expectedSigns(in: before.facts, from: start) }
}

/// Where going back ends, and what showed there.
struct Beginning: Sendable {
  enum Reason: Sendable, Equatable {
    case start
    case broken
    case mended
  }

  var moment: Moment
  var stage: Stage
  var reason: Reason

  /// Why one cannot go back further.
  var words: String {
    let place = FigureMoment.after(moment.completedSteps)
    return switch reason {
    case .start: "This is step 0: there is nothing to take back."
    case .broken:
      "Broken \(place). b mends it, from here or from before."
    case .mended: "Mended \(place): back ends here. r starts again."
    }
  }
}
