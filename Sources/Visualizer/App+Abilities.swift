internal import Moves

/// Keys for what a run may not be able to do.
extension App {
  /// What the run can be asked for.
  var abilities: Abilities { offered(of: source) }

  /// A network that knows no symbols does not write.
  func offered(of abilities: Abilities) -> Abilities {
    writes ? abilities : abilities.subtracting(.samples)
  }

  private var writes: Bool { run.facts.lesson == nil || !run.facts.vocabulary.isEmpty }

  /// Why the run cannot do what the key asks for; nil where it can.
  func objection(to action: Action) -> String? {
    if let following, let why = action.refusalInClass {
      return following.isOver
        ? "The class is over: you can look around, but nothing more is trained." : why
    }
    if let farewell = run.farewell, action.trainsOn, following == nil { return farewell }
    if action.isOffered(by: abilities) { return nil }
    if action.isOffered(by: source) { return "This network does not write." }
    let isOfParameters = action == .find || action == .mostMoved
    return isOfParameters && abilities.contains(.recorded)
      ? "Only what its maker followed is told here." : action.refusal
  }

  /// A run without moves tells of clipping by its ceiling.
  var tellsClips: Bool {
    abilities.contains(.moves) || run.facts.settings.maxNorm != nil || run.history.clippedSteps > 0
  }
}

extension Action {
  fileprivate var trainsOn: Bool { self == .run || request?.trainsOn == true }

  func isOffered(by abilities: Abilities) -> Bool { abilities.isSuperset(of: need) }

  /// What a run must be able to do for it.
  private var need: Abilities {
    switch self {
    case .move: .moves
    case .back, .stepBack, .home, .end: .back
    case .breakLoop: .breaking
    case .ask: .asking
    case .evaluate: .evaluation
    case .sample: .samples
    case .check: .gradientChecks
    case .find, .mostMoved: .watching
    case .restart, .newSeed: .restarts
    default: []
    }
  }

  fileprivate var refusal: String {
    switch self {
    case .move: "This run makes whole steps only: space makes one."
    case .back, .stepBack, .home, .end: "This run cannot go back."
    case .breakLoop: "The loop of this run cannot be broken here."
    case .ask: "There is no class to ask: fivemoves teach opens one."
    case .evaluate: "This run evaluates only when its own loop does."
    case .sample: "This run cannot be asked for a sample."
    case .check: "This run's gradient cannot be checked."
    case .find, .mostMoved: "No parameter of this run can be followed."
    default: "This run cannot be started again."
    }
  }
}
