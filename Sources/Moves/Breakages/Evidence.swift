/// What the reports of one run show of its loop: counters and extremes, gathered as the run goes on.
public struct Evidence: Sendable, Equatable {
  public internal(set) var facts: RunFacts
  /// The settings of the same run without a mistake.
  public let reference: Settings
  /// Completed training steps that were taken in.
  public private(set) var steps = 0
  /// The first training step that was taken in.
  private(set) var start = 1
  /// The move that first made what is no finite number.
  public private(set) var firstNonFinite: NonFinite?

  private(set) var trail: GradientTrail
  private(set) var passes = PassEvidence()
  private(set) var norms: NormEvidence
  private(set) var updates = UpdateEvidence()
  private(set) var evaluations = EvaluationEvidence()

  public struct NonFinite: Sendable, Equatable {
    public var step: Int
    public var move: Move
  }

  /// - Parameter reference: the run's own settings, unless a mistake is in them.
  /// - Parameter hasGradients: whether it goes on from a good loop's step, whose gradients are there.
  public init(
    of facts: RunFacts, reference: Settings? = nil, hasGradients: Bool = false
  ) {
    trail = GradientTrail(hasGradients: hasGradients)
    self.facts = facts
    self.reference = reference ?? facts.settings
    norms = NormEvidence(ceiling: facts.settings.maxNorm)
  }

  public mutating func take(_ report: EvaluationReport) { evaluations.take(report) }

  public mutating func take(_ report: MoveReport) {
    if steps == 0 { start = report.step }
    trail.take(TrailEvent(report, of: facts.recipe))
    note(report)
    if firstNonFinite == nil, report.nonFinite != nil {
      firstNonFinite = NonFinite(step: report.step, move: report.move)
    }
    if report.completesStep { steps += 1 }
  }

  private mutating func note(_ report: MoveReport) {
    switch report.outcome {
    case .zeroGrad: norms.now = 0
    case .forward(let forward): passes.take(forward)
    case .backward(let backward):
      passes.take(backward, microBatches: report.planned.microBatches)
      norms.take(backward)
    case .clip(let clip): norms.take(clip)
    case .step(let update):
      if update.updated > 0 { norms.use() }
      updates.take(update, usual: reference.schedule?.learningRate(at: report.step - 1))
    case .failed(let why): passes.lastFailure = why
    }
    if report.completesStep { norms.endStep() }
  }
}

extension TrailEvent {
  init(_ report: MoveReport, of recipe: Recipe) {
    self.init(
      step: report.step, move: report.move, gradients: report.gradientsBefore,
      endsBeforeForward: report.completesStep && recipe.beginsWithForward,
      endsBeforeZeroGrad: report.completesStep && recipe.wipesBeforeStep)
    if case .failed = report.outcome { isRaised = true }
  }
}

extension MoveReport {
  /// Parameter tensors that held a gradient when the move began, where it matters.
  fileprivate var gradientsBefore: Int {
    switch outcome {
    case .zeroGrad(let report): report.wiped
    case .backward(let report): report.gradientsBefore
    case .clip(let report): report.gradients
    case .step(let report): report.updated
    case .forward, .failed: 0
    }
  }
}
