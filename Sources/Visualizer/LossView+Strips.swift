internal import Canvas
internal import Moves

/// Under the curve, on its own steps: the gradient norm against its ceiling, in a broken run the
/// twin's too, and the learning rate's schedule.
extension LossView {
  var strips: [ChartStrip] {
    let chosen = app.run.hyperparameters
    let schedule = chosen.schedule
    let peak = Swift.max(chosen.learningRate, chosen.minLearningRate)
    let twin = app.history.twin.map { [ChartStrip.measured("twin", $0.norm, ceiling: ceiling)] }
    return [.measured("norm", app.history.norm, ceiling: ceiling)] + (twin ?? []) + [
      .planned("lr") { step in schedule.learningRate(at: step - 1) / peak }
    ]
  }

  /// What the norms are drawn against; nil where no norm comes near it, and the largest is the top.
  private var ceiling: Float? {
    let ceiling = Float(app.run.hyperparameters.maxNorm)
    guard let largest else { return ceiling.isFinite ? ceiling : nil }
    return ceiling <= Self.farCeiling * largest ? ceiling : nil
  }

  /// Below so small a share of its top a strip shows only its lowest level.
  private static let farCeiling: Float = 12

  private var largest: Float? {
    let norms = [app.history.norm, app.history.twin?.norm].compactMap { $0?.range?.upperBound }
    return norms.max().flatMap { $0 > 0 ? $0 : nil }
  }

  /// The top of the norm's strip in words.
  private var max: String {
    guard ceiling == nil, let largest else { return limit }
    return "up to \(Figures.plain(Double(largest))), \(limit)"
  }

  private var limit: String {
    let ceiling = app.run.hyperparameters.maxNorm
    return ceiling.isFinite ? "ceiling \(Figures.plain(ceiling))" : "no ceiling"
  }

  /// What the strips show, in figures; from the fullest to the shortest.
  var captions: [Line] {
    let (clipped, next) = (app.history.clippedSteps, "\(moment) lr \(rate)")
    // The counts are of completed steps: before one is there is nothing to count.
    guard app.completedSteps > 0 else {
      return ["norm \(max), \(next)", "\(limit), \(next)", next].map { Line($0, .dim) }
    }
    guard let twin = app.history.twin else {
      return [
        "norm \(max), \(clipped) clipped, \(next)", "\(max), \(clipped) clipped, \(next)",
        "\(limit), \(clipped) clipped, \(next)", "\(limit), \(clipped) clipped, \(moment) \(rate)",
        "\(clipped) clipped, \(next)", next,
      ]
      .map { Line($0, .dim) }
    }
    let both = "norm \(last(app.history.norm)), twin \(last(twin.norm))"
    let counts = "clipped \(clipped), twin \(twin.clippedSteps)"
    return ["\(both), \(counts), \(next)", "\(both), \(counts)", counts].map { Line($0, .dim) }
  }

  private func last(_ norm: Bins) -> String {
    norm.bins.last.map { Figures.plain(Double($0.last)) } ?? "none"
  }

  /// After the last step no other is planned.
  private var isOver: Bool { app.completedSteps == app.run.hyperparameters.steps }

  private var moment: String { isOver ? "last" : "next" }

  private var rate: String {
    let schedule = app.run.hyperparameters.schedule
    return Figures.rate(schedule.learningRate(at: app.completedSteps - (isOver ? 1 : 0)))
  }
}
