internal import Canvas
internal import Moves

/// Under the chart: the gradient norm against its ceiling, and the learning rate's schedule.
struct StripsView {
  var app: App

  private static let labelWidth = 5
  private static let tailWidth = 23

  func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 2)
    let room = max(width - Self.labelWidth - Self.tailWidth, 4)
    frame.write("norm", x: 0, y: 0, .dim)
    let norm = Strip(
      bins: app.history.norm, ceiling: Float(app.run.hyperparameters.maxNorm), glyphs: app.glyphs)
    frame.place(norm.frame(width: room), x: Self.labelWidth, y: 0)
    frame.write(clips, x: Self.labelWidth + room + 1, y: 0, .dim)
    frame.write("lr", x: 0, y: 1, .dim)
    frame.place(schedule(columns: room).frame(width: room), x: Self.labelWidth, y: 1)
    frame.write(rate, x: Self.labelWidth + room + 1, y: 1, .dim)
    return frame
  }

  private var clips: String {
    "max \(Figures.plain(app.run.hyperparameters.maxNorm)), "
      + "\(app.history.clippedSteps) clipped"
  }

  private var rate: String {
    "next \(Figures.scientific(app.run.hyperparameters.schedule.learningRate(at: app.completedSteps)))"
  }

  private func schedule(columns: Int) -> ScheduleStrip {
    let chosen = app.run.hyperparameters
    return ScheduleStrip(
      steps: max(chosen.steps, app.completedSteps + 1), past: app.completedSteps,
      columns: columns, glyphs: app.glyphs
    ) { chosen.schedule.learningRate(at: $0) }
  }
}
