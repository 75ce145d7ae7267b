internal import Canvas
internal import Moves

/// The loss chart under its title: the last and best values and what the marks mean.
struct LossView {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    guard height >= 2 else { return frame }
    let end = frame.write("loss before update", x: 0, y: 0, .strong)
    frame.write(values, x: end + 1, y: 0)
    let chart = LossChart(
      loss: app.history.loss, validation: validation, characters: app.options.plot,
      glyphs: app.glyphs, showsLegend: true)
    frame.place(chart.frame(width: width, height: height - 1), x: 0, y: 1)
    return frame
  }

  private var values: String {
    guard let last = app.history.lastLoss, let best = app.history.bestLoss else {
      return ""
    }
    return "\(Figures.loss(last))  best \(Figures.loss(best))"
  }

  private var validation: [LossChart.Point] {
    app.history.evaluations.map { .init(step: $0.step, value: $0.validationLoss) }
  }
}
