internal import Canvas
internal import Moves

/// The charts as they are and as they were, in bounded memory.
@dynamicMemberLookup
struct History: Sendable {
  private var charts = Charts()
  /// The charts before the first of `steps`.
  private var early = Charts()
  /// The newest steps, also those that one has gone back behind.
  private var steps = KeptSteps()
  /// Evaluations by their steps; the loop's own are known further on, too.
  private var known: [EvaluationReport] = []
  /// Those that lie ahead and are told of already; they are known once they are passed.
  private var ahead: [EvaluationReport] = []
  /// Where the loop was broken and mended, in order.
  private var turns: [Turn] = []

  /// A change of the loop after a step.
  struct Turn: Sendable, Equatable {
    enum Kind: Sendable {
      case broken
      case mended
    }

    var step: Int
    var kind: Kind
  }

  static let mostEvaluations = 512
  /// So many of the newest can always be gone back to exactly.
  static let mostSteps = 1 << 17

  subscript<Value>(dynamicMember path: KeyPath<Charts, Value>) -> Value { charts[keyPath: path] }

  func smoothedLoss(_ smoothing: Smoothing) -> Bins? { charts.smoothedLoss(smoothing) }

  mutating func append(_ summary: StepSummary) {
    pass(summary.step - 1)
    charts.append(Charts.Step(summary), number: summary.step)
    foresee(summary)
  }

  /// Takes in a step that lies ahead.
  mutating func foresee(_ summary: StepSummary) {
    leap(to: summary.step - 1)
    let place = summary.step - 1 - early.completedSteps
    guard place >= 0 else { return }
    steps.put(Charts.Step(summary), at: place)
    while steps.count >= Self.mostSteps + KeptSteps.blockLength {
      for step in steps.removeOldest() { early.append(step) }
    }
  }

  /// Over more steps that nobody tells of than are worth keeping one by one.
  private mutating func leap(to step: Int) {
    guard step - early.completedSteps - steps.count >= KeptSteps.blockLength else { return }
    for step in steps.prefix(.max) { early.append(step) }
    steps = KeptSteps()
    early.append(untold: step - early.completedSteps)
  }

  mutating func foresee(_ evaluation: EvaluationReport) { ahead.append(evaluation) }

  private mutating func pass(_ step: Int) {
    let passed = ahead.prefix { $0.step <= step }
    if passed.isEmpty { return }
    for evaluation in passed { append(evaluation) }
    ahead.removeFirst(passed.count)
  }

  /// The charts as they were after so many steps; the steps since then are not forgotten.
  mutating func go(to step: Int) {
    pass(step)
    known.removeAll { $0.step > step && !$0.isScheduled }
    guard step >= early.completedSteps else { return charts = early.prefix(step) }
    let isAhead = early.completedSteps...step ~= charts.completedSteps
    if !isAhead { charts = early }
    let shown = charts.completedSteps - early.completedSteps
    for made in steps[shown..<(step - early.completedSteps)] { charts.append(made) }
    // A run that is told from a later step on has steps that nobody knows.
    if steps.count == 0, early.completedSteps == 0 {
      charts.append(untold: step - charts.completedSteps)
    }
  }

  /// Marks that the loop changes here; what was known of later steps belongs to the loop before.
  mutating func mark(_ kind: Turn.Kind) {
    let now = charts.completedSteps
    ahead = []
    known.removeAll { $0.step > now }
    steps.keepFirst(now - early.completedSteps)
    turns.removeAll { $0.step > now }
    turns.append(Turn(step: now, kind: kind))
  }

  /// What is kept of a completed step.
  func kept(_ step: Int) -> Charts.Step? {
    step > charts.completedSteps ? nil : steps.step(at: step - 1 - early.completedSteps)
  }

  /// What is kept of the last step, and not of one before it.
  var lastStep: StepSummary {
    let kept = kept(charts.completedSteps)
    return StepSummary(
      step: charts.completedSteps, loss: kept?.loss, gradNorm: kept?.norm.map(Double.init),
      clipFactor: nil, clipped: nil, learningRate: kept?.rate.map(Double.init), updateNorm: nil)
  }

  /// Whether the loop changed after a step, or back to what it should be.
  var hasTurned: Bool { turns.contains { $0.step > 0 || $0.kind == .mended } }

  var shownTurns: [Turn] { turns.filter { $0.step <= charts.completedSteps } }

  /// The evaluations so far, in order.
  var evaluations: [EvaluationReport] {
    known.filter { $0.step <= charts.completedSteps && $0.step != unlit }
  }

  /// The step whose evaluation does not show yet.
  var unlit: Int?

  /// The one with the lowest validation loss.
  var bestEvaluation: EvaluationReport? {
    evaluations.filter { $0.validationLoss != nil }
      .min { $0.validationLoss ?? .nan < $1.validationLoss ?? .nan }
  }

  /// One of the same step takes the other's place: it measured the same.
  mutating func append(_ evaluation: EvaluationReport) {
    let place = known.firstIndex { $0.step >= evaluation.step } ?? known.count
    if place < known.count, known[place].step == evaluation.step {
      known[place] = evaluation.with(
        isScheduled: known[place].isScheduled || evaluation.isScheduled)
    } else {
      known.insert(evaluation, at: place)
    }
    if known.count > Self.mostEvaluations { thinOut() }
  }

  /// Those that a key asked for; what the newest of them wrote may still show.
  var asked: [EvaluationReport] {
    let asked = known.filter { !$0.isScheduled }
    return asked.map { report in
      var report = report
      if report.step != asked.last?.step { report.sample = nil }
      return report
    }
  }

  /// These were asked for, and no others.
  mutating func keep(asked: [EvaluationReport]) {
    known.removeAll { old in !old.isScheduled && !asked.contains { $0.step == old.step } }
    for report in asked
    where report.sample != nil || !known.contains(where: { $0.step == report.step }) {
      append(report)
    }
  }

  /// Every second evaluation of the older half is forgotten, never the newest.
  private mutating func thinOut() {
    let old = known.count / 2
    known = known[..<old].enumerated().filter { $0.offset % 2 == 0 }.map(\.element) + known[old...]
  }
}

extension EvaluationReport {
  fileprivate func with(isScheduled: Bool) -> EvaluationReport {
    var copy = self
    copy.isScheduled = isScheduled
    return copy
  }
}
