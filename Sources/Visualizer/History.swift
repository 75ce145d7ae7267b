internal import Canvas
internal import Moves

/// What the charts draw: every completed step, kept in bounded memory.
struct History: Sendable {
  private(set) var loss = Bins()
  private(set) var lightlySmoothed = Bins()
  private(set) var heavilySmoothed = Bins()
  private(set) var norm = Bins()
  private(set) var evaluations: [EvaluationReport] = []
  private(set) var completedSteps = 0
  private(set) var clippedSteps = 0
  private(set) var lastLoss: Float?
  private(set) var bestLoss: Float?

  private var lightMean = MovingAverage(.light)
  private var heavyMean = MovingAverage(.heavy)

  static let mostEvaluations = 512

  mutating func append(_ summary: StepSummary) {
    completedSteps = summary.step
    if summary.clipped { clippedSteps += 1 }
    norm.append(Float(summary.gradNorm), clipped: summary.clipped)
    guard let loss = summary.loss else { return }
    self.loss.append(loss, clipped: summary.clipped)
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

  mutating func append(_ evaluation: EvaluationReport) {
    evaluations.append(evaluation)
    if evaluations.count > Self.mostEvaluations { thinOut() }
  }

  /// Every second evaluation of the older half is forgotten, never the newest.
  private mutating func thinOut() {
    let old = evaluations.count / 2
    evaluations =
      evaluations[..<old].enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      + evaluations[old...]
  }
}
