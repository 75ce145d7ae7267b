/// What a run's counters say that proves a mistake, with the figures that say it.
public struct Sign: Sendable, Equatable {
  public var kind: Kind
  public var figures: [Figure]

  public init(_ kind: Kind, _ figures: [Figure]) {
    self.kind = kind
    self.figures = figures
  }

  /// A measured value under its name, which may be one that only another program knows.
  public struct Figure: Sendable, Equatable {
    public var name: String
    public var measure: Measure

    public init(_ name: String, _ measure: Measure) {
      self.name = name
      self.measure = measure
    }

    init(_ name: Name, _ measure: Measure) { self.init(name.rawValue, measure) }

    static func count(_ name: Name, _ value: Int) -> Figure { Figure(name, .count(value)) }
    /// Nil where it is not known.
    static func number(_ name: Name, _ value: Double?) -> Figure? {
      value.map { Figure(name, .number($0)) }
    }
    static func rate(_ name: Name, _ value: Double) -> Figure { Figure(name, .rate(value)) }
    static func share(_ name: Name, _ value: Double) -> Figure { Figure(name, .share(value)) }
    static func words(_ name: Name, _ value: String) -> Figure { Figure(name, .words(value)) }
  }

  /// The names by which the words of signs know their figures.
  public enum Name: String {
    case above, backwards, batches, ceiling, count, difference, empty, first, forwards, largest
    case layers, live, masks, move, moved, names, norm, numbers, pairs, parts, rate, ratio, recorded
    case share, stale, start, step, steps, twinLive, unseen, what, why
  }

  /// Nil where the sign has no figure of this name.
  func measure(_ name: Name) -> Measure? {
    figures.first { $0.name == name.rawValue }?.measure
  }

  /// A figure that is a count; nil where the sign has none of this name.
  public func count(_ name: Name) -> Int? {
    if case .count(let count) = measure(name) { count } else { nil }
  }

  public enum Measure: Sendable, Equatable {
    case count(Int)
    case number(Double)
    /// A learning rate.
    case rate(Double)
    /// A part of a whole, 1 for all of it.
    case share(Double)
    /// A quotient of two numbers that are shown, so no more exact than they are.
    case times(Double)
    case words(String)
  }

  /// The mistakes that can be told; what comes first is told first.
  public enum Kind: String, Sendable, CaseIterable, Comparable {
    case noForward = "no_forward"
    case noBackward = "no_backward"
    case noStep = "no_step"
    case raised
    case gradientsWiped = "gradients_wiped"
    case stepTooEarly = "step_too_early"
    case gradientsPileUp = "gradients_pile_up"
    case gradientsPartlyWiped = "gradients_partly_wiped"
    case gradientsReused = "gradients_reused"
    case forwardUnused = "forward_unused"
    case notClipped = "not_clipped"
    case clippedNothing = "clipped_nothing"
    case clippedTooLate = "clipped_too_late"
    case clippedTooEarly = "clipped_too_early"
    case lossNotDivided = "loss_not_divided"
    case dropoutInEvaluation = "dropout_in_evaluation"
    case graphInEvaluation = "graph_in_evaluation"
    case graphsKept = "graphs_kept"
    case readInOrder = "read_in_order"
    case rateTooHigh = "rate_too_high"
    case rateTooLow = "rate_too_low"
    case noWarmup = "no_warmup"
    case clippedScaled = "clipped_scaled"
    case gradientsGone = "gradients_gone"
    case optimizerUnreached = "optimizer_unreached"
    case lossSummed = "loss_summed"
    case evaluatedInTraining = "evaluated_in_training"
    case evaluatedWithGraph = "evaluated_with_graph"
    case lossesKept = "losses_kept"
    case schedulerEarly = "scheduler_early"
    case parametersUnowned = "parameters_unowned"
    case parametersUntouched = "parameters_untouched"
    case notFinite = "not_finite"
    case updatesSkipped = "updates_skipped"

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (first: Kind, second: Kind) -> Bool { first.place < second.place }
  }
}
