internal import Canvas
internal import Moves

/// The loss chart under its title: the last and best values and what the marks mean.
struct LossView {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    guard height >= 2 else { return frame }
    let end = frame.write("loss before each update", x: 0, y: 0, .strong)
    frame.write(values, x: end + 2, y: 0)
    drawLegend(on: &frame, y: 1)
    let chart = LossChart(
      loss: app.history.loss, validation: validation, characters: app.options.plot,
      glyphs: app.glyphs)
    frame.place(chart.frame(width: width, height: height - 2), x: 0, y: 2)
    return frame
  }

  private var values: String {
    guard let last = app.history.lastLoss, let best = app.history.bestLoss else {
      return "no step yet"
    }
    return "last \(Figures.loss(last)) best \(Figures.loss(best))"
  }

  private func drawLegend(on frame: inout Frame, y: Int) {
    var x = frame.write("\(app.glyphs.clipped) clipped", x: 6, y: y, .clipped) + 2
    x = frame.write("\(app.glyphs.validation) validation", x: x, y: y, .validation) + 2
    frame.write("\(app.glyphs.clipMark) some clipped", x: x, y: y, .clipped)
  }

  private var validation: [LossChart.Point] {
    app.history.evaluations.map { .init(step: $0.step, value: $0.validationLoss) }
  }
}
