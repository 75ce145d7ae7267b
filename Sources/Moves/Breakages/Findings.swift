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
