/// A guess at what the curves will show.
public enum CurveGuess: Int, Sendable, CaseIterable {
  case brokenIsLower = 1
  case twinIsLower
  case noDifference

  public var words: String {
    switch self {
    case .brokenIsLower: "the broken run's curve"
    case .twinIsLower: "its twin's curve"
    case .noDifference: "neither: they end less than 10 % apart"
    }
  }

  fileprivate var short: String { self == .noDifference ? "neither" : words }
}

extension Comparison {
  /// What a guess should have been, going by the figures after the steps that it was about; nil where
  /// there is no curve.
  public var answer: CurveGuess? { lower(after: min(steps, stepsToGuess)) }

  /// Whether the guess was right, with the two losses that decide it.
  /// - Parameter who: begins the sentence: the person in front of the screen, or whom a class follows.
  public func words(on guess: CurveGuess, by who: String = "You") -> String {
    let guessed = "\(who) guessed \(guess.short)."
    guard let answer else { return "\(guessed) There is no curve to judge it by." }
    let (broken, twin) = shownLosses(after: min(steps, stepsToGuess))
    let figures = "\(Figures.plain(broken)) against the twin's \(Figures.plain(twin))"
    let judged = guess == answer ? "Correct" : "The answer is \(answer.short)"
    let when =
      steps > stepsToGuess ? " after \(stepsToGuess.counted("step"))" : ""
    return "\(guessed) \(judged): \(figures)\(when)."
  }
}
