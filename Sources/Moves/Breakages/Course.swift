extension Comparison {
  /// One run's figures, a step each.
  public struct Course: Sendable, Equatable {
    /// NaN where a step has none.
    public private(set) var losses: [Float] = []
    /// Whether any step has a loss.
    public private(set) var hasLoss = false
    /// Norms before clipping.
    public private(set) var norms: [Double] = []
    public private(set) var clippedSteps = 0
    /// ‖Δw‖ of all updates together.
    public private(set) var moved = 0.0
    /// Each step's share of the two.
    private var clips: [Bool] = []
    private var updates: [Double] = []
    public internal(set) var validationLoss: Float?

    mutating func append(_ summary: TwinSummary) {
      losses.append(summary.loss ?? .nan)
      hasLoss = hasLoss || summary.loss != nil
      norms.append(summary.gradNorm)
      clips.append(summary.clipped)
      updates.append(summary.updateNorm)
      clippedSteps += summary.clipped ? 1 : 0
      moved += summary.updateNorm
    }

    /// As it stood after its first steps.
    func prefix(_ count: Int) -> Course {
      var past = Course()
      past.losses = Array(losses.prefix(count))
      past.hasLoss = past.losses.contains { !$0.isNaN }
      past.norms = Array(norms.prefix(count))
      past.clips = Array(clips.prefix(count))
      past.updates = Array(updates.prefix(count))
      past.clippedSteps = past.clips.count(where: \.self)
      past.moved = past.updates.reduce(0, +)
      return past
    }
  }
}

extension Comparison.Course {
  /// The mean loss of the last steps, which says more than the last loss alone.
  public var lastLoss: Double { meanOfLast(before: losses.count) }

  /// The same as it stood after so many steps.
  func meanOfLast(before count: Int) -> Double {
    meanLoss(losses.prefix(count).indices.suffix(Self.lastSteps))
  }

  var firstLoss: Double { losses.first.map(Double.init) ?? .nan }

  /// The first step, counted from 1, whose loss is no finite number.
  var firstNonFinite: Int? { losses.firstIndex { !$0.isFinite }.map { $0 + 1 } }

  /// As many norms are below it as above.
  public var medianNorm: Double {
    let finite = norms.filter(\.isFinite).sorted()
    guard !finite.isEmpty else { return .nan }
    return (finite[(finite.count - 1) / 2] + finite[finite.count / 2]) / 2
  }

  static let lastSteps = 20

  func meanLoss(_ steps: Range<Int>) -> Double {
    losses[steps].reduce(0) { $0 + Double($1) } / Double(steps.count)
  }
}
