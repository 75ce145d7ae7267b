/// A broken run and its twin, step by step: what a person would read off both curves.
public struct Comparison: Sendable, Equatable {
  public let breakage: Breakage
  /// The training step whose batch both runs read damaged.
  public let badBatch: Int?
  /// After so many steps it is told what happened, and the guess was about.
  public let stepsToGuess: Int
  /// After which training step the validation losses were measured.
  public private(set) var validationStep = 0
  /// The first training step that was compared.
  private(set) var start = 1
  public private(set) var broken = Course()
  public private(set) var twin = Course()

  public init(
    _ breakage: Breakage, badBatch: Int? = nil, stepsToGuess: Int = Breakage.stepsToGuess
  ) {
    (self.breakage, self.badBatch) = (breakage, badBatch)
    self.stepsToGuess = stepsToGuess
  }

  public var steps: Int { broken.losses.count }

  /// Of how many steps the last loss is the mean.
  public var lastSteps: Int { min(steps, Course.lastSteps) }

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
    validationStep = report.step
    broken.validationLoss = report.validationLoss
    twin.validationLoss = other
  }
}
