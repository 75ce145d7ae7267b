internal import Moves

/// What is asked or told about breaking the loop, in place of the lesson.
enum BreakPage: Sendable, Equatable {
  /// The mistakes to choose from, and below them a loop put together by hand.
  case list(choice: Int)
  case builder(LoopBuilder)
  /// What is changed, and a guess to make.
  case guess(Breakage)
  /// What happened; so many lines are scrolled away.
  case verdict(scroll: Int)
  /// How to go on when the loop is broken.
  case mend

  static let rows = Breakage.all.count + 1
}
