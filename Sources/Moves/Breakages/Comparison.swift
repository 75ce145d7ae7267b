/// A broken run and its twin, step by step: what a person would read off both curves.
public struct Comparison: Sendable, Equatable {
  public let breakage: Breakage
  /// The training step whose batch both runs read damaged.
  public let badBatch: Int?
  /// After so many steps it is told what happened, and the guess was about.
  public let stepsToGuess: Int
  /// Both validation losses where they were measured, the newest step last.
  private var validations: [Validation] = []
  /// The first training step that was compared.
  private(set) var start = 1
  public private(set) var broken = Course()
  public private(set) var twin = Course()

  private struct Validation: Sendable, Equatable {
    var step: Int
    var broken: Float?
    var twin: Float
  }

  public init(
    _ breakage: Breakage, badBatch: Int? = nil, stepsToGuess: Int = Breakage.stepsToGuess
  ) {
    (self.breakage, self.badBatch) = (breakage, badBatch)
    self.stepsToGuess = stepsToGuess
  }

  public var steps: Int { broken.losses.count }

  /// The last training step that was compared.
  public var lastStep: Int { start + steps - 1 }

  /// After which training step the validation losses were measured.
  public var validationStep: Int { validations.last?.step ?? 0 }

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
    validations.removeAll { $0.step == report.step }
    let place = validations.firstIndex { $0.step > report.step } ?? validations.count
    validations.insert(
      Validation(step: report.step, broken: report.validationLoss, twin: other), at: place)
    if validations.count > Self.mostValidations { validations.removeFirst() }
    takeLastValidation()
  }

  private static let mostValidations = 512

  private mutating func takeLastValidation() {
    broken.validationLoss = validations.last?.broken
    twin.validationLoss = validations.last?.twin
  }

  /// As it stood after a training step, for a screen that has gone back.
  public func upTo(step: Int) -> Comparison {
    var past = self
    let kept = min(max(step - start + 1, 0), steps)
    if kept < steps { (past.broken, past.twin) = (broken.prefix(kept), twin.prefix(kept)) }
    past.validations.removeAll { $0.step > step }
    past.takeLastValidation()
    return past
  }
}
