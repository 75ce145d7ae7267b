internal import Canvas
internal import Moves

/// The loss chart under its title, with the last and best values; under it on the same steps the
/// gradient norm and the learning rate, and what they are now.
struct LossView {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    guard height >= 2 else { return frame }
    frame.write(titles.fitting(width, app.glyphs), x: 0, y: 0)
    let strips = height >= 10 ? strips : []
    var chart = LossChart(
      loss: app.run.history.loss, smoothed: app.run.history.smoothedLoss(app.smoothing),
      twin: app.run.history.twin?.loss, validation: validation, marks: marks, scale: app.lossScale,
      characters: app.options.plot, glyphs: app.glyphs, showsLegend: true)
    chart.strips = strips
    chart.validationName = validationName
    chart.tellsClips = app.tellsClips
    chart.end = end
    let below = strips.isEmpty ? 0 : 1
    frame.place(chart.frame(width: width, height: height - 1 - below), x: 0, y: 1)
    if below > 0 {
      frame.write(captions.fitting(width - 1, app.glyphs), x: 1, y: height - 1)
    }
    return frame
  }

  /// The step that the run ends with, or a broken one comes to its verdict; the newest, where that is
  /// not known.
  private var end: Int {
    let last = app.run.facts.settings.steps.map(reached) ?? app.run.newest.completedSteps
    guard let broken = app.run.broken else { return last }
    if broken.findings?.ending != nil { return app.completedSteps }
    return app.completedSteps > broken.end ? last : broken.end
  }

  /// Past the end of its schedule a run gets room by the tenth of it.
  private func reached(_ end: Int) -> Int {
    let more = max(app.completedSteps - end, 0)
    let tenth = max(end / 10, 1)
    return end + (more + tenth - 1) / tenth * tenth
  }

  /// From the fullest to the shortest: when the loss was measured stays as long as it can.
  private var titles: [Line] {
    let loss = app.run.facts.lossName ?? "\(mean)loss"
    let update = app.run.facts.lossName == nil ? lossRun.lossMoment() : ""
    let plain = moment + loss
    let short = moment + (mean.isEmpty ? "loss" : "mean")
    return [
      title(plain + update, best: " best", settings), title(plain + update, best: nil, settings),
      title(short + update, best: nil, settings),
    ] + (update.isEmpty ? [] : beside(update)) + [
      title(plain, best: " best", settings), title(plain, best: nil, settings),
      title(short, best: nil, settings), title(plain, best: nil, ""),
    ]
  }

  /// Beside a twin's loss there is less room for the words on both.
  private func beside(_ update: String) -> [Line] {
    guard app.run.history.twin != nil else { return [] }
    let when = update.dropFirst()
    let forms = step.map { ["\($0) \(when):", "\($0): \(when.prefix { $0 != " " })"] }
    return (forms ?? [String(when)]).flatMap {
      [title($0, best: nil, settings), title($0, best: nil, "")]
    }
  }

  private func title(_ what: String, best: String?, _ settings: String) -> Line {
    Line(what, .strong) + Line(values(best: best)) + Line(settings, .dim)
  }

  /// While a step is in progress the last loss is an earlier one's.
  private var step: String? {
    let moment = app.run.stage.moment(app.run.history.lastLossStep)
    return moment.isEarlier && app.run.history.lastLoss != nil ? "step \(moment.step)" : nil
  }

  private var moment: String { step.map { "\($0): " } ?? "" }

  private var mean: String { lossRun.lossCount > 1 ? "mean " : "" }

  /// The run whose loop the last loss is of: until the first step of a broken one is complete, the
  /// one before.
  private var lossRun: RunFacts {
    guard let broken = app.run.broken, app.run.history.lastLossStep <= broken.start else {
      return app.run.facts
    }
    return broken.before.facts
  }

  /// A good loop's loss is from before its update: it is told where the broken one's is not.
  private var twinMoment: String {
    app.run.facts.lossName == nil && lossRun.recipe.lossMoment == .afterUpdate ? " before" : ""
  }

  private func values(best: String?) -> String {
    guard let last = app.run.history.lastLoss, let least = app.run.history.bestLoss else {
      return ""
    }
    let shown = best.map { " \($0) \(Figures.loss(least))\(since)" } ?? ""
    let twin =
      app.run.history.twin?.lastLoss.map { ", twin\(twinMoment) \(Figures.loss($0))" } ?? ""
    return " \(Figures.loss(last))\(twin.isEmpty ? shown : twin)"
  }

  /// Whoever came later knows of no best and of no clip before.
  var since: String {
    let first = app.run.history.firstTold ?? 1
    return first > 1 ? " since step \(Figures.grouped(first))" : ""
  }

  /// What was chosen about the drawing, by the names the field has for it.
  private var settings: String {
    let scale = app.lossScale == .logarithmic ? "  log" : ""
    let keeps = app.smoothing.keeps
    return scale + (app.smoothing == .off ? "" : "  EMA \(keeps)")
  }

  private var marks: [LossChart.Mark] {
    app.run.history.shownTurns.map {
      LossChart.Mark(step: $0.step, label: $0.kind == .broken ? "broken" : "mended")
    }
  }

  /// Of a script's evaluation it is not known what its batches are.
  private var validationName: String {
    guard app.run.facts.lesson == nil else { return "validation" }
    let isOfScript = app.run.history.evaluations.last.map { $0.batches != nil }
    return isOfScript ?? true ? "evaluation" : "validation"
  }

  private var validation: [LossChart.Point] {
    app.run.history.evaluations.compactMap { report in
      report.validationLoss.map { .init(step: report.step, value: $0) }
    }
  }
}
