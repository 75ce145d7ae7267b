internal import Canvas
internal import Moves

/// Under the curve, on its own steps: the gradient norm against its ceiling, in a broken run the
/// twin's too, and the learning rate's schedule.
extension LossView {
  var strips: [ChartStrip] {
    let history = app.run.history
    let twin = history.twin.map { [ChartStrip.measured("twin", $0.norm, ceiling: ceiling)] } ?? []
    let isUntold = history.completedSteps > 0 && history.norm.isUntold
    return (isUntold ? [] : [.measured("norm", history.norm, ceiling: ceiling)]) + twin + rates
  }

  /// As it is planned; where that is not known, as it was.
  private var rates: [ChartStrip] {
    guard let schedule = app.run.facts.settings.schedule else {
      return app.run.history.rate.isUntold ? [] : [.measured("lr", app.run.history.rate)]
    }
    let peak = Swift.max(schedule.peak, schedule.minimum)
    return [.planned("lr") { step in schedule.learningRate(at: step - 1) / peak }]
  }

  /// What the norms are drawn against; nil where no norm comes near it, and the largest is the top.
  private var ceiling: Float? {
    guard let ceiling = app.run.facts.settings.maxNorm.map({ Float($0) }) else { return nil }
    guard let largest else { return ceiling.isFinite ? ceiling : nil }
    return ceiling <= Self.farCeiling * largest ? ceiling : nil
  }

  /// Below so small a share of its top a strip shows only its lowest level.
  private static let farCeiling: Float = 12

  private var largest: Float? {
    let norms = [app.run.history.norm, app.run.history.twin?.norm].compactMap {
      $0?.range?.upperBound
    }
    return norms.max().flatMap { $0 > 0 ? $0 : nil }
  }

  /// The top of the norm's strip in words.
  private var max: String? {
    guard ceiling == nil, let largest else { return limit }
    return ["up to \(Figures.plain(Double(largest)))", limit].compactMap(\.self)
      .joined(separator: ", ")
  }

  private var limit: String? {
    app.run.facts.settings.maxNorm.map {
      $0.isFinite ? "ceiling \(Figures.given($0))" : "no ceiling"
    }
  }

  /// What the strips show, in figures; from the fullest to the shortest.
  var captions: [Line] {
    guard let twin = app.run.history.twin else {
      let (norm, next) = (max.map { "norm \($0)" }, rate("\(moment) lr"))
      return [
        line(norm, clipped, next), line(max, clipped, next), line(limit, clipped, next),
        line(limit, clipped, rate(moment)), line(clipped, next), line(next),
      ]
    }
    let both = "norm \(last(app.run.history.norm)), twin \(last(twin.norm))"
    let counts = "clipped \(app.run.history.clippedSteps), twin \(twin.clippedSteps)"
    return [line(both, counts, rate("\(moment) lr")), line(both, counts), line(counts)]
  }

  private func line(_ parts: String?...) -> Line {
    Line(parts.compactMap(\.self).joined(separator: ", "), .dim)
  }

  /// The count is of completed steps: before one is there is nothing to count.
  private var clipped: String? {
    let count = app.run.history.clippedSteps
    guard app.completedSteps > 0, app.run.facts.settings.maxNorm != nil || count > 0 else {
      return nil
    }
    return "\(count) clipped" + since
  }

  private func last(_ norm: Bins) -> String {
    norm.last.map { Figures.plain(Double($0)) } ?? "none"
  }

  /// After the last step no other is planned.
  private var isOver: Bool { app.completedSteps == app.run.facts.settings.steps }

  private var moment: String { isOver ? "last" : "next" }

  /// What the next step's will be; where that is not known ahead, what the last one's was.
  private func rate(_ words: String) -> String? {
    guard let schedule = app.run.facts.settings.schedule else {
      return app.run.history.rate.last.map { "lr \(Figures.rate(Double($0)))" }
    }
    let step = app.completedSteps - (isOver ? 1 : 0)
    return "\(words) \(Figures.rate(schedule.learningRate(at: step)))"
  }
}
