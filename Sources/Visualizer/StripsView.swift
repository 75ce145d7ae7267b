internal import Canvas
internal import Moves

/// Under the chart: the gradient norm against its ceiling, in a broken run the twin's too, and the
/// learning rate's schedule.
struct StripsView {
  var app: App

  private static let labelWidth = 5
  private static let tailWidth = 23

  func frame(width: Int) -> Frame {
    let twin = app.history.twin
    var frame = Frame(width: width, height: twin == nil ? 2 : 3)
    let room = max(width - Self.labelWidth - Self.tailWidth, 4)
    frame.place(row("norm", strip(app.history.norm, room), clips), x: 0, y: 0)
    if let twin {
      frame.place(row("twin", strip(twin.norm, room), clips(of: twin)), x: 0, y: 1)
    }
    frame.place(
      row("lr", schedule(columns: room).frame(width: room), rate), x: 0, y: frame.height - 1)
    return frame
  }

  /// A label, the strip, and a figure behind it.
  private func row(_ label: String, _ strip: Frame, _ tail: String) -> Frame {
    var frame = Frame(width: Self.labelWidth + strip.width + Self.tailWidth, height: 1)
    frame.write(label, x: 0, y: 0, .dim)
    frame.place(strip, x: Self.labelWidth, y: 0)
    frame.write(tail, x: Self.labelWidth + strip.width + 1, y: 0, .dim)
    return frame
  }

  private func strip(_ bins: Bins, _ width: Int) -> Frame {
    Strip(bins: bins, ceiling: Float(app.run.hyperparameters.maxNorm), glyphs: app.glyphs)
      .frame(width: width)
  }

  /// Beside a twin the last norm says more than the ceiling, which both have.
  private var clips: String {
    guard app.history.twin == nil else {
      return clips(app.history.norm, app.history.clippedSteps)
    }
    return "max \(Figures.plain(app.run.hyperparameters.maxNorm)), "
      + "\(app.history.clippedSteps) clipped"
  }

  private func clips(of twin: Charts.Twin) -> String { clips(twin.norm, twin.clippedSteps) }

  private func clips(_ norm: Bins, _ clipped: Int) -> String {
    let last = norm.bins.last.map { Figures.plain(Double($0.last)) } ?? ""
    return "now \(last), \(clipped) clipped"
  }

  private var rate: String {
    "next \(Figures.rate(app.run.hyperparameters.schedule.learningRate(at: app.completedSteps)))"
  }

  private func schedule(columns: Int) -> ScheduleStrip {
    let chosen = app.run.hyperparameters
    return ScheduleStrip(
      steps: max(chosen.steps, app.completedSteps + 1), past: app.completedSteps,
      columns: columns, glyphs: app.glyphs
    ) { chosen.schedule.learningRate(at: $0) }
  }
}
