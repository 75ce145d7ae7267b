import Canvas

/// What the charts draw: every completed step, in bounded memory.
struct Charts: Sendable {
  /// What they need of one step, in eight bytes.
  struct Step: Sendable {
    private let bits: UInt32
    private let signedNorm: Float

    init(loss: Float?, norm: Float, clipped: Bool) {
      bits = loss?.bitPattern ?? Self.noLoss
      signedNorm = clipped ? -norm : norm
    }

    /// Nil where the recipe has no forward.
    var loss: Float? { bits == Self.noLoss ? nil : Float(bitPattern: bits) }
    var norm: Float { signedNorm.magnitude }
    var clipped: Bool { signedNorm.sign == .minus }

    /// Not a number, in a way that no arithmetic ends in.
    private static let noLoss = UInt32.max
  }

  private(set) var loss = Bins()
  private(set) var lightlySmoothed = Bins()
  private(set) var heavilySmoothed = Bins()
  private(set) var norm = Bins()
  private(set) var completedSteps = 0
  private(set) var clippedSteps = 0
  private(set) var lastLoss: Float?
  private(set) var bestLoss: Float?
  private var lightMean = MovingAverage(.light)
  private var heavyMean = MovingAverage(.heavy)

  mutating func append(_ step: Step) {
    completedSteps += 1
    if step.clipped { clippedSteps += 1 }
    norm.append(step.norm, clipped: step.clipped)
    guard let loss = step.loss else { return }
    self.loss.append(loss, clipped: step.clipped)
    lightlySmoothed.append(lightMean.mean(with: loss))
    heavilySmoothed.append(heavyMean.mean(with: loss))
    lastLoss = loss
    if loss < bestLoss ?? .infinity { bestLoss = loss }
  }

  /// As they were after so many steps, as far as that can still be told: the column that the steps
  /// end in may hold some of the next.
  func prefix(_ steps: Int) -> Charts {
    var past = self
    past.completedSteps = steps
    (past.loss, past.norm) = (loss.prefix(steps), norm.prefix(steps))
    past.lightlySmoothed = lightlySmoothed.prefix(steps)
    past.heavilySmoothed = heavilySmoothed.prefix(steps)
    past.clippedSteps = past.norm.clippedCount
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
