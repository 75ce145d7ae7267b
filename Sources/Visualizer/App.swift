public import Canvas
public import Moves

/// The whole app as one value: what happened goes in through `update`, what it looks like comes
/// out of `frame`.
public struct App: Sendable {
  public struct Options: Sendable {
    public var plot: PlotCharacters
    /// Nothing but 7-bit characters.
    public var ascii: Bool
    public var animates: Bool
    /// The most steps a second that a run goes by itself.
    public var fastest: Double
    /// Something about this terminal that the person should know before the first key.
    public var remark: String?
    /// Drawn large, for the back row of a room.
    public var isBig = false
    /// Whether a beginner is walked through the first step.
    public var begins = false
    /// Whether S may write a file.
    public var keepsPictures = true

    public init(
      plot: PlotCharacters = .braille, ascii: Bool = false, animates: Bool = true,
      fastest: Double = .infinity, remark: String? = nil
    ) {
      self.plot = ascii ? .ascii : plot
      self.ascii = ascii
      self.animates = animates
      self.fastest = fastest
      self.remark = remark
    }
  }

  var options: Options
  /// What the run can be asked for, whatever its network is.
  var source: Abilities
  var run: RunView
  /// While steps on a journey are made again: how many of how many.
  var journey: (made: Int, of: Int)?
  /// Whether the journey in flight is to be given up.
  var isGivingUp = false
  /// An evaluation that gives way to what is known at once.
  var heldUp = HeldUp.none
  var drive = Drive()
  var playback = Playback()
  var streak = Streak()
  /// The key that drives the run for as long as it is held.
  var held: Key?
  var panels: PanelChoice
  /// The move that its panel explains; nil for the live one.
  var explained: Move?
  var watch: Watch
  /// The panel that a key of its own brought up last.
  var called: Panel?
  var glossary = Glossary()
  /// Which example of the micro-batch is told.
  var example = 0
  /// Whether our Swift is shown where it does not fit beside the loop.
  var prefersSwift = false
  /// What was told of what is open.
  var shownView: View?
  /// While a beginner is walked through the first step.
  @Boxed var visit: Visit?
  /// While a parameter is looked for by name.
  @Boxed var search: ParameterSearch?
  var lossScale = Axis.Scale.linear
  var smoothing = Smoothing.off
  var isHelpOpen = false
  var helpScroll = 0
  /// Whether the screen is to be kept as a picture.
  var wantsPicture = false
  /// What came of that, until the next key.
  var answer: String?
  /// What the other processes that train with it said last, and this one's own step.
  var ranks: [RankReport] = []
  var ownRank: RankReport?
  /// What a script that is watched has printed last.
  var printed: [String] = []
  static let mostPrinted = 200
  var driver = Driver.thisScreen
  /// The share of its time that watching a script costs it, by what it told last.
  var cost: Double?
  /// The page about breaking the loop that is open.
  var breakPage: BreakPage?
  /// When a verdict opened by itself while the run was going, so that a key may have been meant for that.
  var verdictAt: Double?
  /// Of the screen, as far as it is known.
  var size: (width: Int, height: Int)?
  /// The mistake that was looked at last.
  var lastChoice = 0
  /// The mistake that is asked about once the run has begun where it is seen best.
  var destination: Breakage?
  /// Where the run was begun anew, if it was for the sake of a mistake.
  public internal(set) var place: Place?
  /// What was guessed of the mistake that is being made.
  var pendingGuess: CurveGuess?
  /// What was dropped and not yet told of.
  var dropped: [Request] = []
  var slowTaps = SlowTaps()
  /// What the class is asked, or was asked last; and how many questions there were.
  var question: Question?
  var questions = 0
  /// The one before it, which ended when it was asked, or was taken back.
  var former: Question?
  /// The page that asks it, if one shows.
  var askingPage: AskingPage?
  /// Whether it is for as long as a page shows that asks it.
  var isAskedByPage = false
  /// The loss when it was asked.
  var lossAsked: Float?
  /// Whether a question is being chosen.
  var isAsking = false
  /// Whom this screen follows; nil where its person drives.
  var following: Following?
  /// The class that this screen is in.
  var attendance: Attendance?
  public private(set) var isQuitting = false
  /// The app as it was a moment ago, for the panels of a quick run; at most one.
  var still: [App] = []
  var stillUntil = 0.0

  /// - Parameter breakage: a mistake to begin with.
  public init(
    run: RunFacts, reading: Reading?, options: Options, abilities: Abilities = .all,
    breakage: Breakage? = nil
  ) {
    source = abilities
    breakPage = breakage.map { .guess($0) }
    self.run = RunView(run, reading)
    self.options = options
    panels = PanelChoice(for: reading)
    drive.fastest = options.fastest
    watch = Watch(run)
    if abilities.contains(.following) { following = Following() }
    if options.begins { beginVisit() }
  }

  /// When the app wants to be woken if nothing happens before; nil for never.
  public var deadline: Double? {
    let next =
      following == nil && drive.isRunning && drive.inFlight == nil && playback.isEmpty
      ? drive.nextStepAt : nil
    return [playback.deadline, next, following?.noteGoesAt].compactMap { $0 }.min()
  }

  public var facts: RunFacts { run.facts }
  public var completedSteps: Int { run.history.completedSteps }
  /// Whether another loop than the one it began with was made on the way.
  public var hasTurned: Bool { run.history.hasTurned }
  /// The mistake that the run is making now.
  public var breakage: Breakage? { run.broken?.breakage }
  public var seed: UInt64? { facts.settings.seed }
  public var lastLoss: Float? { run.history.lastLoss }

  mutating func quit() { isQuitting = true }
}
