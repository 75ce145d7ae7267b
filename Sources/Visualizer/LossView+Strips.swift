internal import Canvas
internal import Moves

/// Under the curve, on its own steps: the gradient norm against its ceiling, in a broken run the
/// twin's too, and the learning rate's schedule.
extension LossView {
  var strips: [ChartStrip] {
    let chosen = app.run.hyperparameters
    let (schedule, ceiling) = (chosen.schedule, Float(chosen.maxNorm))
    let peak = max(chosen.learningRate, chosen.minLearningRate)
    let twin = app.history.twin.map { [ChartStrip.measured("twin", $0.norm, ceiling: ceiling)] }
    return [.measured("norm", app.history.norm, ceiling: ceiling)] + (twin ?? []) + [
      .planned("lr") { step in schedule.learningRate(at: step - 1) / peak }
    ]
  }

  /// What the strips show, in figures; from the fullest to the shortest.
  var captions: [Line] {
    let max = "max \(Figures.plain(app.run.hyperparameters.maxNorm))"
    let (clipped, next) = (app.history.clippedSteps, "next lr \(rate)")
    guard let twin = app.history.twin else {
      return [
        "norm \(max), \(clipped) clipped, \(next)", "\(max), \(clipped) clipped, \(next)",
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

  private var rate: String {
    let schedule = app.run.hyperparameters.schedule
    return Figures.scientific(schedule.learningRate(at: app.completedSteps))
  }
}
