public import Moves

extension Sign {
  /// The sign in words, its figures as the screen writes numbers.
  public var words: String { text(Figures.measure) }
}

extension Comparison {
  /// What happened so far, its figures as the screen writes numbers.
  public var words: String { account(Figures.measure) }
}

extension Figures {
  static func measure(_ measure: Sign.Measure) -> String {
    switch measure {
    case .count(let count): grouped(count)
    case .number(let number): plain(number)
    case .rate(let rate): Figures.rate(rate)
    case .share(let share): percent(share)
    case .words(let words): words
    }
  }
}
