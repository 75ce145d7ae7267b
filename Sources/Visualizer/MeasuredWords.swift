internal import Canvas
public import Moves

extension Sign {
  /// The sign in words, its figures as the screen writes numbers.
  public var words: String { text(Figures.measure) }
}

extension Comparison {
  /// What happened so far, its figures as the screen writes numbers.
  public var words: String { account(Figures.measure) }

  /// Whether a guess was right.
  func words(on guess: CurveGuess, by who: String = "You") -> String {
    account(of: guess, by: who, Figures.measure)
  }
}

extension Figures {
  static func measure(_ measure: Sign.Measure) -> String {
    switch measure {
    case .count(let count): grouped(count)
    case .number(let number): plain(number)
    case .rate(let rate): Figures.rate(rate)
    case .share(let share): Figures.share(share)
    case .times(let times): self.times(times)
    case .words(let words): words
    }
  }

  /// With two digits, 47 and 1.5: the losses that it is made of have hardly more.
  private static func times(_ times: Double) -> String {
    guard times >= 9.95 else { return Figure.fixed(times, decimals: 1) }
    guard times < 1e6 else { return digits(times) }
    return "about \(grouped(Int(times.rounded(toDigits: 2).rounded())))"
  }
}
