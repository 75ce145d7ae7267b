/// What the screen of whoever drives a run shows now, for those who follow it: the newest one counts,
/// and none before it.
public struct Present: Sendable, Equatable {
  /// Where the run stands on it: lights go from move to move later than the moves are made.
  public var now: Moment
  /// The newest moment that was reached, behind which one may have gone back.
  public var newest: Moment
  /// How often the loop was broken or mended since the run began.
  public var turns = 0
  public var view = View()
  /// Whether the panel has the curve's place, where none fits beside it.
  public var isInFront = false
  public var detour = Detour.none
  /// Whether it was told what came of the broken loop.
  public var isTold = false
  /// Whether the chart has the evaluation that was made there already: it comes with its light.
  public var isMeasured = false
  /// The evaluations that a key asked for, as far as the chart shows them: one that was gone back
  /// behind is not known any more.
  public var asked: [EvaluationReport] = []
  /// The pace at which the run goes by itself, as a number of the list of them; nil where it stands.
  public var speed: Int?
  /// Whether lights go from move to move.
  public var isPassing = false
  /// While steps on a journey are made again: how many of how many.
  public var journey: [Int] = []
  public var isHelpOpen = false
  /// What is typed to find a parameter; nil while none is looked for.
  public var search: String?
  public var walk: Walk?
  public var choices = Choices()
  /// What the class is asked, or was asked last.
  public var question: Question?
  /// The one before it, which ended when it was asked, or was taken back.
  public var former: Question?

  public init(now: Moment, newest: Moment) { (self.now, self.newest) = (now, newest) }

  /// A beginner is walked through the first step, and has guessed this.
  public struct Walk: Sendable, Equatable {
    public var saysClipped: Bool?
    public var saysGrows: Bool?

    public init(saysClipped: Bool? = nil, saysGrows: Bool? = nil) {
      (self.saysClipped, self.saysGrows) = (saysClipped, saysGrows)
    }
  }

  /// What is chosen inside of panels and for the chart.
  public struct Choices: Sendable, Equatable {
    public var isLogarithmic = false
    /// How strongly the curve is smoothed, from 0 on.
    public var smoothing = 0
    public var example = 0
    public var prefersSwift = false
    /// The panel that a key of its own brought up.
    public var called: String?
    /// Whose words come first, and how many are scrolled away.
    public var wordsOf = Move.zeroGrad
    public var firstWord = 0
    /// The parameter whose life is told, once somebody looks.
    public var parameter: ParameterPlace?
    /// What the step so far has told of it.
    public var life = LifeSoFar()
    /// Its values after the last steps, as far as they are known without a gap.
    public var values: [Float] = []

    public init() {}
  }
}
