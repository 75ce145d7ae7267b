internal import JSONText
public import Moves

/// One line of a recording: something that a run told, and when.
public struct Line: Sendable, Equatable {
  /// Seconds since the recording began; nil where that was not written.
  public var time: Double?
  public var event: Event

  public init(_ event: Event, at time: Double? = nil) { (self.event, self.time) = (event, time) }

  public enum Event: Sendable, Equatable {
    case run(RunLine)
    /// More is known of the run now.
    case learned(RunFacts)
    case move(MoveReport)
    /// What a step came to; the moves before it, if they are told, are its own.
    case step(StepSummary)
    /// An evaluation begins after this step; it may take long.
    case evaluating(Int)
    case evaluation(EvaluationReport)
    case sample(SampleReport)
    case check(GradientCheck)
    case watch([WatchedParameter])
    case view(View)
    /// What the screen shows now of whoever is followed; in no file.
    case present(Present)
    /// Moves as whoever is followed was told them again; in no file.
    case retold(Retold)
    case broke(BreakLine)
    case mended(MendLine)
    /// The signs of a mistake from this step on.
    case signs(SignsLine)
    /// The run goes on by itself: who held it has let go, or was too long.
    case released
    /// Whether whoever reads this is the one that lets a script go on.
    case driver(Bool)
    /// What another process that trains with it says of its step.
    case rank(RankReport)
    /// Something that a person should know.
    case noted(String)
    /// The run went no further, for this reason.
    case end(String)
    /// Of a type that this version does not know.
    case unknown(String)
  }
}

/// A run begins.
public struct RunLine: Sendable, Equatable {
  public var facts: RunFacts
  public var reading: Reading?
  /// The mistake that it is made with from its first step on, and the good run's facts.
  public var breakage: Breakage?
  public var good: RunFacts?
  /// Whether it is told what the person had open: a verdict shows when it did, then.
  public var tellsViews = false
  /// The step that it goes on after, where it was gone on with.
  public var resumedAfter: Int?
  /// The format's number in what wrote it.
  public var format = Self.newest

  public static let newest = 1

  public init(
    _ facts: RunFacts, reading: Reading?, breakage: Breakage? = nil, good: RunFacts? = nil
  ) {
    (self.facts, self.reading) = (facts, reading)
    (self.breakage, self.good) = (breakage, good)
  }
}

/// The loop is broken after a step.
public struct BreakLine: Sendable, Equatable {
  public var step: Int
  public var breakage: Breakage
  public var facts: RunFacts

  public init(step: Int, _ breakage: Breakage, _ facts: RunFacts) {
    (self.step, self.breakage, self.facts) = (step, breakage, facts)
  }
}

/// The loop is as it should be again, after a step.
public struct MendLine: Sendable, Equatable {
  public var step: Int
  public var mending: Mending
  public var facts: RunFacts

  public init(step: Int, _ mending: Mending, _ facts: RunFacts) {
    (self.step, self.mending, self.facts) = (step, mending, facts)
  }
}

/// What the counters say after a step.
public struct SignsLine: Sendable, Equatable {
  public var step: Int
  public var signs: [Sign]
  /// Why a broken run cannot go on.
  public var ending: String?

  public init(step: Int, _ signs: [Sign], ending: String? = nil) {
    (self.step, self.signs, self.ending) = (step, signs, ending)
  }
}
