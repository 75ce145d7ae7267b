/// What whoever drives a run has open, for those who watch it.
public struct View: Sendable, Equatable {
  /// The panel beside the chart, by its name; nil for none.
  public var panel: String?
  /// The move that it explains, where it follows no live one.
  public var explained: Move?
  /// The page about breaking the loop, in place of the lesson.
  public var page: BreakPage?
  /// What was guessed of the loop that is broken.
  public var guess: CurveGuess?
  /// What a class was asked, and the question before, which ended with it or was taken back. How many
  /// gave each answer stands in it once nobody can answer any more.
  public var question: Question?
  public var former: Question?

  public init(
    panel: String? = nil, explained: Move? = nil, page: BreakPage? = nil, guess: CurveGuess? = nil
  ) {
    (self.panel, self.explained) = (panel, explained)
    (self.page, self.guess) = (page, guess)
  }

  public var isVerdict: Bool { page?.isVerdict ?? false }
}
