/// What a broken run and its twin have come to so far.
public struct Findings: Sendable, Equatable {
  /// What the curves show.
  public var comparison: Comparison
  /// What the counters say.
  public var signs: [Sign]
  /// Why the broken run cannot go on; nil while it can.
  public var ending: String?

  public init(comparison: Comparison, signs: [Sign], ending: String?) {
    self.comparison = comparison
    self.signs = signs
    self.ending = ending
  }
}

/// A guess at what the curves will show.
public enum CurveGuess: Int, Sendable, CaseIterable {
  case brokenIsLower = 1
  case twinIsLower
  case noDifference

  public var words: String {
    switch self {
    case .brokenIsLower: "the broken run's curve"
    case .twinIsLower: "its twin's curve"
    case .noDifference: "neither, they look alike"
    }
  }
}

extension Comparison {
  /// What a guess should have been.
  public var answer: CurveGuess {
    switch verdict {
    case .identical, .alike: .noDifference
    case .ahead: .brokenIsLower
    case .behind, .notFinite, .noLoss: .twinIsLower
    case .still: isTwinAhead ? .twinIsLower : .noDifference
    }
  }

  private var isTwinAhead: Bool {
    broken.lastLoss - twin.lastLoss > 0.1 * abs(twin.firstLoss - twin.lastLoss)
  }
}
