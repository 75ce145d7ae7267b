public import Moves

extension Sign {
  /// The sign in words, its figures as the screen writes numbers.
  public var words: String { text(Figures.measure) }
}

extension Comparison {
  /// What happened so far, its figures as the screen writes numbers.
  public var words: String { account(Figures.measure) }

  /// Whether a guess was right.
  func words(on guess: CurveGuess) -> String { account(of: guess, Figures.measure) }
}

extension Figures {
  static func measure(_ measure: Sign.Measure) -> String {
    switch measure {
    case .count(let count): grouped(count)
    case .number(let number): plain(number)
    case .rate(let rate): Figures.rate(rate)
    case .share(let share): Figures.share(share)
    case .words(let words): words
    }
  }
}
