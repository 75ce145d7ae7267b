internal import Canvas
internal import Moves

/// What the charts draw: every completed step, in bounded memory.
struct Charts: Sendable {
  /// What they need of one run's step, in eight bytes.
  struct Figures: Sendable {
    private let lossBits: UInt32
    /// The sign says whether it was clipped.
    private let normBits: UInt32

    init(loss: Float?, norm: Double?, clipped: Bool) {
      lossBits = loss?.bitPattern ?? Self.untold
      let size = norm.map { Float($0).magnitude.bitPattern } ?? Self.untold
      normBits = clipped ? size | Self.sign : size
    }

    private init() { (lossBits, normBits) = (Self.noStep, Self.untold) }

    /// Of a step that was not made.
    static let none = Figures()

    /// Nil where the recipe has no forward, or it is not told.
    var loss: Float? { lossBits == Self.untold || isNone ? nil : Float(bitPattern: lossBits) }
    var norm: Float? {
      normBits & Self.untold == Self.untold ? nil : Float(bitPattern: normBits & Self.untold)
    }
    var clipped: Bool { normBits & Self.sign != 0 }
    var isNone: Bool { lossBits == Self.noStep }

    private static let sign: UInt32 = 1 << 31
    /// Not numbers, in ways that no arithmetic ends in.
    fileprivate static let untold = UInt32.max & ~sign
    private static let noStep = untold - 1
  }

  /// What they need of one training step.
  struct Step: Sendable {
    private let own: Figures
    private let beside: Figures
    private let rateBits: UInt32

    init(_ summary: StepSummary) {
      own = Figures(
        loss: summary.loss, norm: summary.gradNorm, clipped: summary.clipped ?? false)
      beside =
        summary.twin.map { Figures(loss: $0.loss, norm: $0.gradNorm, clipped: $0.clipped) } ?? .none
      rateBits = summary.learningRate.map { Float($0).bitPattern } ?? Figures.untold
    }

    private init() { (own, beside, rateBits) = (.none, .none, Figures.untold) }

    /// One of which nothing is told.
    static let untold = Step()
    var isUntold: Bool { own.isNone }

    /// Nil where the recipe has no forward, or it is not told.
    var loss: Float? { own.loss }
    var norm: Float? { own.norm }
    var clipped: Bool { own.clipped }
    var rate: Float? { rateBits == Figures.untold ? nil : Float(bitPattern: rateBits) }
    /// The twin's, where there is one.
    var twin: Figures? { beside.isNone ? nil : beside }
  }

  private(set) var loss = Bins()
  private(set) var lightlySmoothed = Bins()
  private(set) var heavilySmoothed = Bins()
  private(set) var norm = Bins()
  private(set) var rate = Bins()
  /// The twin's curves, from the first step on: before the loop was broken they were the same.
  private(set) var twin: Twin?
  private(set) var completedSteps = 0
  private(set) var clippedSteps = 0
  /// The first step that was told; nil before it.
  private(set) var firstTold: Int?
  /// Steps whose gradient norm was told.
  private(set) var toldNorms = 0
  /// Which steps were clipped first and last, as far as it can still be told.
  private(set) var clipRange: ClosedRange<Int>?
  private(set) var firstLoss: Float?
  private(set) var lastLoss: Float?
  /// A step whose recipe has no forward has none.
  private(set) var lastLossStep = 0
  private(set) var bestLoss: Float?
  private var lightMean = MovingAverage(.light)
  private var heavyMean = MovingAverage(.heavy)

  struct Twin: Sendable {
    var loss: Bins
    var norm: Bins
    var clippedSteps: Int
    var lastLoss: Float?
  }

  /// Takes in a step by its number; those before it that were not told stand empty.
  mutating func append(_ step: Step, number: Int) {
    append(untold: number - 1 - completedSteps)
    append(step)
  }

  /// Takes in steps of which nothing is told, however many.
  mutating func append(untold steps: Int) {
    guard steps > 0 else { return }
    takeTwin(nil)
    completedSteps += steps
    norm.append(untold: steps)
    rate.append(untold: steps)
    loss.append(untold: steps)
    lightlySmoothed.append(untold: steps)
    heavilySmoothed.append(untold: steps)
  }

  mutating func append(_ step: Step) {
    takeTwin(step.twin)
    completedSteps += 1
    if firstTold == nil, !step.isUntold { firstTold = completedSteps }
    if step.norm != nil { toldNorms += 1 }
    if step.clipped {
      clippedSteps += 1
      clipRange = (clipRange?.lowerBound ?? completedSteps)...completedSteps
    }
    norm.append(step.norm, clipped: step.clipped)
    rate.append(step.rate)
    loss.append(step.loss, clipped: step.clipped)
    lightlySmoothed.append(step.loss.map { lightMean.mean(with: $0) })
    heavilySmoothed.append(step.loss.map { heavyMean.mean(with: $0) })
    guard let loss = step.loss else { return }
    firstLoss = firstLoss ?? loss
    (lastLoss, lastLossStep) = (loss, completedSteps)
    if loss < bestLoss ?? .infinity { bestLoss = loss }
  }

  /// A run without a twin beside it has none to draw.
  private mutating func takeTwin(_ step: Figures?) {
    guard let step else { return twin = nil }
    var twin =
      self.twin ?? Twin(loss: loss, norm: norm, clippedSteps: clippedSteps, lastLoss: lastLoss)
    twin.norm.append(step.norm, clipped: step.clipped)
    twin.clippedSteps += step.clipped ? 1 : 0
    twin.loss.append(step.loss)
    twin.lastLoss = step.loss ?? twin.lastLoss
    self.twin = twin
  }

  /// As they were after so many steps, as far as that can still be told: the column that the steps
  /// end in may hold some of the next.
  func prefix(_ steps: Int) -> Charts {
    var past = self
    past.completedSteps = steps
    past.firstTold = firstTold.flatMap { $0 > steps ? nil : $0 }
    (past.loss, past.norm, past.rate) = (loss.prefix(steps), norm.prefix(steps), rate.prefix(steps))
    past.lightlySmoothed = lightlySmoothed.prefix(steps)
    past.heavilySmoothed = heavilySmoothed.prefix(steps)
    past.twin = twin.map { $0.prefix(steps) }
    past.clippedSteps = past.norm.clippedCount
    past.toldNorms = min(toldNorms, steps)
    past.clipRange = clipRange.flatMap { $0.upperBound > steps ? nil : $0 }
    past.lastLoss = past.loss.last
    past.lastLossStep = min(lastLossStep, steps)
    past.bestLoss = past.loss.range?.lowerBound
    past.lightlySmoothed.last.map { past.lightMean.begin(at: $0) }
    past.heavilySmoothed.last.map { past.heavyMean.begin(at: $0) }
    return past
  }

  /// The loss as smoothed as asked for; nil where only the raw line is.
  func smoothedLoss(_ smoothing: Smoothing) -> Bins? {
    switch smoothing {
    case .off: nil
    case .light: lightlySmoothed
    case .heavy: heavilySmoothed
    }
  }
}

extension Charts.Twin {
  fileprivate func prefix(_ steps: Int) -> Charts.Twin {
    let (loss, norm) = (loss.prefix(steps), norm.prefix(steps))
    return Charts.Twin(
      loss: loss, norm: norm, clippedSteps: norm.clippedCount, lastLoss: loss.last)
  }
}
