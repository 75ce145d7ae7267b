/// A broken run and its twin, step by step: what a person would read off both curves.
public struct Comparison: Sendable, Equatable {
  public let breakage: Breakage
  /// The training step whose batch both runs read damaged.
  public let badBatch: Int?
  /// The first training step that was compared.
  private(set) var start = 1
  public private(set) var broken = Course()
  public private(set) var twin = Course()

  /// One run's figures, a step each.
  public struct Course: Sendable, Equatable {
    public private(set) var losses: [Float] = []
    /// Norms before clipping.
    public private(set) var norms: [Double] = []
    public private(set) var clippedSteps = 0
    /// ‖Δw‖ of all updates together.
    public private(set) var moved = 0.0
    public internal(set) var validationLoss: Float?

    mutating func append(_ summary: TwinSummary) {
      losses.append(summary.loss ?? .nan)
      norms.append(summary.gradNorm)
      clippedSteps += summary.clipped ? 1 : 0
      moved += summary.updateNorm
    }
  }

  public init(_ breakage: Breakage, badBatch: Int? = nil) {
    (self.breakage, self.badBatch) = (breakage, badBatch)
  }

  public var steps: Int { broken.losses.count }

  /// What comes later is not compared, so that a run of any length takes bounded memory.
  public static let mostSteps = 10_000

  /// Takes in what a training step of the broken run came to, and in its twin.
  public mutating func append(_ summary: StepSummary) {
    guard steps < Self.mostSteps, let other = summary.twin else { return }
    if steps == 0 { start = summary.step }
    broken.append(TwinSummary(summary))
    twin.append(other)
  }

  public mutating func append(_ report: EvaluationReport) {
    guard let other = report.twinValidationLoss else { return }
    broken.validationLoss = report.validationLoss
    twin.validationLoss = other
  }
}

extension Comparison.Course {
  /// The mean loss of the last steps, which says more than the last loss alone.
  public var lastLoss: Double { meanLoss(losses.indices.suffix(Self.lastSteps)) }

  var firstLoss: Double { losses.first.map(Double.init) ?? .nan }

  /// The first step, counted from 1, whose loss is no finite number.
  var firstNonFinite: Int? { losses.firstIndex { !$0.isFinite }.map { $0 + 1 } }

  /// The norm that half of the steps stay below.
  public var medianNorm: Double {
    let finite = norms.filter(\.isFinite).sorted()
    return finite.isEmpty ? .nan : finite[finite.count / 2]
  }

  static let lastSteps = 20

  func meanLoss(_ steps: Range<Int>) -> Double {
    losses[steps].reduce(0) { $0 + Double($1) } / Double(steps.count)
  }
}
