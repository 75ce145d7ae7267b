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
    lastAlive = report.liveOperations
    inOrder += report.inOrder
    neighbours += report.neighbours
  }

  mutating func take(_ report: BackwardReport, microBatches: Int) {
    if report.divisor != microBatches { undivided += 1 }
  }
}

/// What is known of the gradients' norm: before clipping, and as step used it.
struct NormEvidence: Sendable, Equatable {
  let ceiling: Double
  /// As the last move left it.
  var now = 0.0
  /// After the last backward of each training step: the first step's, the largest, the last.
  private(set) var first: Double?
  private(set) var largest = 0.0
  private(set) var last = 0.0
  private(set) var largestUsed = 0.0
  /// Training steps in which it was above the ceiling.
  private(set) var usedAboveCeiling = 0
  private var isAbove = false
  private var found: Double?

  init(ceiling: Double) { self.ceiling = ceiling }

  mutating func take(_ report: BackwardReport) {
    now = report.norm
    found = report.norm
  }

  /// step uses the gradients as they are; a hair above the ceiling is rounding.
  mutating func use() {
    largestUsed = larger(largestUsed, now)
    isAbove = isAbove || !(now <= ceiling * 1.0001)
  }

  mutating func endStep() {
    usedAboveCeiling += isAbove ? 1 : 0
    isAbove = false
    guard let norm = found else { return }
    first = first ?? norm
    largest = larger(largest, norm)
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
  private(set) var moved = 0.0
  private(set) var largestShare = 0.0
  private(set) var firstShare = 0.0

  mutating func take(_ report: UpdateReport, usual: Double) {
    let share = report.updateNorm / max(report.parameterNorm, .leastNonzeroMagnitude)
    if firstRate == nil {
      (firstRate, firstUsualRate) = (report.learningRate, usual)
      firstShare = share
    }
    highestRate = max(highestRate, report.learningRate)
    highestUsualRate = max(highestUsualRate, usual)
    moved += report.updateNorm
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
    guard let again = report.validationLossAgain else { return }
    difference = larger(difference, abs(Double(again) - Double(report.validationLoss)))
  }
}

/// The larger of two; what is not a number counts as largest.
private func larger(_ first: Double, _ second: Double) -> Double {
  second.isNaN || first.isNaN ? .nan : max(first, second)
}
