/// What a class is asked, and what came of it.
public struct Question: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Whether the next step will be clipped.
    case clipped
    /// Whether the loss will be lower some steps later.
    case lower
    /// Which of two curves without names is the broken run's.
    case broken
    /// Which curve will end lower, as a page about breaking the loop asks it.
    case guess
    /// Whether the parameter that a visit follows will grow.
    case grows

    /// How many answers there are to choose from.
    public var choices: Int { self == .guess ? 3 : 2 }
  }

  /// Of the questions of this class, from 1 on.
  public var number: Int
  public var kind: Kind
  /// Completed steps when it was asked, and when it shows what was right.
  public var step: Int
  public var due: Int
  /// The parameter that is asked about.
  public var parameter: ParameterPlace?
  /// The name of the mistake that is guessed about.
  public var breakage: String?
  /// Whether answers are taken.
  public var isOpen = true
  /// Which answer was right, from 0 on; nil before that is known, or where none was.
  public var truth: Int?
  /// How many gave each answer, of how many who follow.
  public var tally = Tally()

  public init(number: Int, _ kind: Kind, step: Int, due: Int) {
    (self.number, self.kind, self.step, self.due) = (number, kind, step, due)
  }

  /// Whether whoever reads it is asked the same; how the loss goes on may be asked a step later.
  public func asksSame(as other: Question) -> Bool {
    if kind == .lower, other.kind == .lower, isOpen { return true }
    return kind == other.kind && step == other.step && due == other.due
      && parameter == other.parameter && breakage == other.breakage
  }

  /// Whether answers are closed, and what is right is not known yet.
  public var isAwaited: Bool { !isOpen && truth == nil }

  /// The same without what was answered so far.
  public var untallied: Question {
    var question = self
    (question.tally.counts, question.tally.following) = ([], 0)
    return question
  }

  /// Whether there is something to look at since: it was asked, or its answer has come.
  public func isNews(after last: Question?) -> Bool {
    guard let last, last.number == number else { return isOpen || truth != nil }
    return isOpen && !last.isOpen || truth != nil && last.truth == nil
  }

  public struct Tally: Sendable, Equatable {
    public var number = 0
    public var counts: [Int] = []
    public var following = 0

    public init() {}

    public var answered: Int { counts.reduce(0, +) }
  }
}
