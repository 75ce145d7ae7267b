/// What is asked or told about breaking the loop, in place of the lesson.
public enum BreakPage: Sendable, Equatable {
  /// The mistakes to choose from, and below them a loop put together by hand.
  case list(choice: Int)
  case builder(LoopBuilder)
  /// What is changed, and a guess to make.
  case guess(Breakage)
  /// What happened; so many lines are scrolled away.
  case verdict(scroll: Int)
  /// How to go on when the loop is broken.
  case mend

  public static let rows = Breakage.all.count + 1

  /// The mistake in this row of the list; nil for the loop put together by hand.
  public static func breakage(in row: Int) -> Breakage? {
    row < Breakage.all.count ? Breakage.all[row] : nil
  }

  public var isVerdict: Bool {
    if case .verdict = self { true } else { false }
  }
}
