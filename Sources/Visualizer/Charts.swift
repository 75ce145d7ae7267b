internal import Canvas
internal import Moves

/// What the charts draw: every completed step, in bounded memory.
struct Charts: Sendable {
  /// What they need of one run's step, in eight bytes.
  struct Figures: Sendable {
    private let bits: UInt32
    private let signedNorm: Float

    init(loss: Float?, norm: Double, clipped: Bool) {
      bits = loss?.bitPattern ?? Self.noLoss
      // The sign bit of a NaN is as arithmetic left it.
      signedNorm = clipped ? -Float(norm).magnitude : Float(norm).magnitude
    }

    private init(bits: UInt32) { (self.bits, signedNorm) = (bits, 0) }

    /// Of a step that was not made.
    static let none = Figures(bits: noStep)

    /// Nil where the recipe has no forward.
    var loss: Float? { bits >= Self.noStep ? nil : Float(bitPattern: bits) }
    var norm: Float { signedNorm.magnitude }
    var clipped: Bool { signedNorm.sign == .minus }
    var isNone: Bool { bits == Self.noStep }

    /// Not numbers, in ways that no arithmetic ends in.
    private static let noLoss = UInt32.max
    private static let noStep = UInt32.max - 1
  }

  /// What they need of one training step.
  struct Step: Sendable {
    private let own: Figures
    private let beside: Figures

    init(_ summary: StepSummary) {
      own = Figures(loss: summary.loss, norm: summary.gradNorm, clipped: summary.clipped)
      beside =
        summary.twin.map { Figures(loss: $0.loss, norm: $0.gradNorm, clipped: $0.clipped) } ?? .none
    }

    /// Nil where the recipe has no forward.
    var loss: Float? { own.loss }
    var norm: Float { own.norm }
    var clipped: Bool { own.clipped }
    /// The twin's, where there is one.
    var twin: Figures? { beside.isNone ? nil : beside }
  }

  private(set) var loss = Bins()
  private(set) var lightlySmoothed = Bins()
  private(set) var heavilySmoothed = Bins()
  private(set) var norm = Bins()
  /// The twin's curves, from the first step on: before the loop was broken they were the same.
  private(set) var twin: Twin?
  private(set) var completedSteps = 0
  private(set) var clippedSteps = 0
  /// Which steps were clipped first and last, as far as it can still be told.
  private(set) var clipRange: ClosedRange<Int>?
  private(set) var firstLoss: Float?
  private(set) var lastLoss: Float?
  private(set) var bestLoss: Float?
  private var lightMean = MovingAverage(.light)
  private var heavyMean = MovingAverage(.heavy)

  struct Twin: Sendable {
    var loss: Bins
    var norm: Bins
    var clippedSteps: Int
    var lastLoss: Float?
  }

  mutating func append(_ step: Step) {
    takeTwin(step.twin)
    completedSteps += 1
    if step.clipped {
      clippedSteps += 1
      clipRange = (clipRange?.lowerBound ?? completedSteps)...completedSteps
    }
    norm.append(step.norm, clipped: step.clipped)
    guard let loss = step.loss else { return }
    self.loss.append(loss, clipped: step.clipped)
    lightlySmoothed.append(lightMean.mean(with: loss))
    heavilySmoothed.append(heavyMean.mean(with: loss))
    firstLoss = firstLoss ?? loss
    lastLoss = loss
    if loss < bestLoss ?? .infinity { bestLoss = loss }
  }

  /// A run without a twin beside it has none to draw.
  private mutating func takeTwin(_ step: Figures?) {
    guard let step else { return twin = nil }
    var twin =
      self.twin ?? Twin(loss: loss, norm: norm, clippedSteps: clippedSteps, lastLoss: lastLoss)
    twin.norm.append(step.norm, clipped: step.clipped)
    twin.clippedSteps += step.clipped ? 1 : 0
    if let loss = step.loss { twin.loss.append(loss) }
    twin.lastLoss = step.loss ?? twin.lastLoss
    self.twin = twin
  }

  /// As they were after so many steps, as far as that can still be told: the column that the steps
  /// end in may hold some of the next.
  func prefix(_ steps: Int) -> Charts {
    var past = self
    past.completedSteps = steps
    (past.loss, past.norm) = (loss.prefix(steps), norm.prefix(steps))
    past.lightlySmoothed = lightlySmoothed.prefix(steps)
    past.heavilySmoothed = heavilySmoothed.prefix(steps)
    past.twin = twin.map { $0.prefix(steps) }
    past.clippedSteps = past.norm.clippedCount
    past.clipRange = clipRange.flatMap { $0.upperBound > steps ? nil : $0 }
    past.lastLoss = past.loss.bins.last?.last
    past.bestLoss = past.loss.range?.lowerBound
    past.lightlySmoothed.bins.last.map { past.lightMean.begin(at: $0.last) }
    past.heavilySmoothed.bins.last.map { past.heavyMean.begin(at: $0.last) }
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
      loss: loss, norm: norm, clippedSteps: norm.clippedCount, lastLoss: loss.bins.last?.last)
  }
}
