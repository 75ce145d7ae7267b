/// What forwards and backwards show.
struct PassEvidence: Sendable, Equatable {
  /// Operations alive after the first forward, and after the last.
  private(set) var firstAlive: Int?
  private(set) var lastAlive = 0
  /// Examples that were the next in the file after the one before, of so many with one before.
  private(set) var inOrder = 0
  private(set) var neighbours = 0
  private(set) var undivided = 0
  var lastFailure = ""

  mutating func take(_ report: ForwardReport) {
    firstAlive = firstAlive ?? report.liveOperations
    lastAlive = report.liveOperations ?? lastAlive
    inOrder += report.inOrder
    neighbours += report.neighbours
  }

  /// Nothing is said where it is not told by what the loss was divided, or of how many parts it is.
  mutating func take(_ report: BackwardReport, microBatches: Int?) {
    guard let divisor = report.divisor, let microBatches else { return }
    if divisor != microBatches { undivided += 1 }
  }
}

/// What is known of the gradients' norm: before clipping, and as step used it.
struct NormEvidence: Sendable, Equatable {
  let ceiling: Double?
  /// As the last move left it.
  var now: Double? = 0
  /// After the last backward of each training step: the first step's, the largest, the last.
  private(set) var first: Double?
  private(set) var largest: Double?
  private(set) var last: Double?
  private(set) var largestUsed: Double?
  /// Training steps in which it was above the ceiling.
  private(set) var usedAboveCeiling = 0
  private var isAbove = false
  private var found: Double?

  init(ceiling: Double?) { self.ceiling = ceiling }

  mutating func take(_ report: BackwardReport) {
    now = report.norm
    found = report.norm
  }

  /// Where backward does not tell the norm, clip does.
  mutating func take(_ report: ClipReport) {
    now = report.normAfter
    found = found ?? report.normBefore
  }

  /// step uses the gradients as they are; a hair above the ceiling is rounding.
  mutating func use() {
    guard let now else { return }
    largestUsed = larger(largestUsed ?? 0, now)
    if let ceiling { isAbove = isAbove || !(now <= ceiling * 1.0001) }
  }

  mutating func endStep() {
    usedAboveCeiling += isAbove ? 1 : 0
    isAbove = false
    guard let norm = found else { return }
    first = first ?? norm
    largest = larger(largest ?? 0, norm)
    last = norm
    found = nil
  }
}

/// What the updates show.
struct UpdateEvidence: Sendable, Equatable {
  /// The learning rate of the first update, and what it would be without a mistake.
  private(set) var firstRate: Double?
  private(set) var firstUsualRate = 0.0
  private(set) var highestRate = 0.0
  private(set) var highestUsualRate = 0.0
  /// ‖Δw‖ of all updates together, and the largest ‖Δw‖ : ‖w‖.
  private(set) var moved: Double?
  private(set) var largestShare = 0.0
  private(set) var firstShare = 0.0

  mutating func take(_ report: UpdateReport, usual: Double?) {
    if let norm = report.updateNorm { moved = (moved ?? 0) + norm }
    guard let usual, let share = report.share else { return }
    if firstRate == nil {
      (firstRate, firstUsualRate) = (report.learningRate, usual)
      firstShare = share
    }
    highestRate = max(highestRate, report.learningRate)
    highestUsualRate = max(highestUsualRate, usual)
    largestShare = larger(largestShare, share)
  }
}

/// What the evaluations show.
struct EvaluationEvidence: Sendable, Equatable {
  private(set) var masks = 0
  private(set) var difference = 0.0
  /// Operations, and numbers with them, that one evaluation kept alive at once.
  private(set) var recorded = 0
  private(set) var numbers = 0

  mutating func take(_ report: EvaluationReport) {
    masks += report.masks
    recorded = max(recorded, report.recorded)
    numbers = max(numbers, report.recordedNumbers)
    guard let loss = report.validationLoss, let again = report.validationLossAgain else { return }
    difference = larger(difference, abs(Double(again) - Double(loss)))
  }
}

/// The larger of two; what is not a number counts as largest.
private func larger(_ first: Double, _ second: Double) -> Double {
  second.isNaN || first.isNaN ? .nan : max(first, second)
}
