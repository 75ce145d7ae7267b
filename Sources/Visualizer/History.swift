internal import Canvas
internal import Moves

/// What the charts draw: every completed step, kept in bounded memory.
struct History: Sendable {
  /// What the charts need of a step, so that they can be drawn as they were at any earlier one.
  private struct Record {
    var loss: Float?
    var norm: Double
    var clipped: Bool
  }

  private(set) var loss = Bins()
  private(set) var lightlySmoothed = Bins()
  private(set) var heavilySmoothed = Bins()
  private(set) var norm = Bins()
  private(set) var completedSteps = 0
  private(set) var clippedSteps = 0
  private(set) var lastLoss: Float?
  private(set) var bestLoss: Float?

  /// Every step that was made, also those that one has gone back behind.
  private var records: [Record] = []
  /// Evaluations by their steps; the loop's own are known further on, too.
  private var known: [EvaluationReport] = []
  private var lightMean = MovingAverage(.light)
  private var heavyMean = MovingAverage(.heavy)

  static let mostEvaluations = 512

  mutating func append(_ summary: StepSummary) {
    let record = Record(loss: summary.loss, norm: summary.gradNorm, clipped: summary.clipped)
    records.replaceSubrange(summary.step - 1..<min(summary.step, records.count), with: [record])
    append(record)
  }

  /// The charts as they were after so many steps; the steps since then are not forgotten.
  mutating func go(to step: Int) {
    var past = History()
    past.records = records
    for record in records.prefix(step) { past.append(record) }
    past.known = known.filter { $0.step <= step || $0.isScheduled }
    self = past
  }

  private mutating func append(_ record: Record) {
    completedSteps += 1
    if record.clipped { clippedSteps += 1 }
    norm.append(Float(record.norm), clipped: record.clipped)
    guard let loss = record.loss else { return }
    self.loss.append(loss, clipped: record.clipped)
    lightlySmoothed.append(lightMean.mean(with: loss))
    heavilySmoothed.append(heavyMean.mean(with: loss))
    lastLoss = loss
    if loss < bestLoss ?? .infinity { bestLoss = loss }
  }

  /// The loss as smoothed as asked for; nil where only the raw line is.
  func smoothedLoss(_ smoothing: Smoothing) -> Bins? {
    switch smoothing {
    case .off: nil
    case .light: lightlySmoothed
    case .heavy: heavilySmoothed
    }
  }

  /// The evaluations so far, in order.
  var evaluations: [EvaluationReport] { known.filter { $0.step <= completedSteps } }

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
