internal import Canvas
internal import Moves

/// The first line: which lesson and network, which step, and whether it runs by itself.
struct HeaderView {
  var app: App

  func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    let broken = app.broken == nil ? "" : "broken  "
    let right =
      "\(broken)step \(app.completedSteps) / \(app.run.hyperparameters.steps)  \(state(width: width))"
    let start = max(width - right.count - 1, 0)
    let name = frame.write("fivemoves", x: 1, y: 0, .strong)
    let lesson = frame.write(lesson(room: start - name - 4), x: name + 2, y: 0)
    let room = start - lesson - 3
    if let model = models.first(where: { $0.count <= room }) {
      frame.write(model, x: lesson + 2, y: 0, .dim)
    }
    frame.write(right, x: start, y: 0, .strong)
    return frame
  }

  /// The lesson, and the text it reads where that is a person's own.
  private func lesson(room: Int) -> Line {
    let lesson = Line(app.run.lesson.name)
    guard let text = app.run.text, room > lesson.width + 8 else { return lesson }
    return lesson + Line(" on ", .dim)
      + Line(text.name).cut(to: min(24, room - lesson.width - 4), app.glyphs)
  }

  /// From the fullest to the shortest.
  private var models: [String] {
    let count = "\(app.run.model), \(Figures.grouped(app.run.parameterCount)) parameters"
    return ["\(count), seed \(app.seed)", count, app.run.model]
  }

  /// The speed of a paused run gives way where room is short.
  private func state(width: Int) -> String {
    if let journey = app.journey { return "step \(journey.made) of \(journey.of) again, esc stops" }
    if app.now < app.newest, !app.drive.isRunning { return timeline }
    switch app.stage.detour {
    case .running: return detour
    case .sampling: return "eval() + no_grad()"
    default: break
    }
    if let found = app.divergence, found.moment == app.now, !app.drive.isRunning {
      return "stopped: \(found.short)"
    }
    if app.drive.isRunning { return "running \(speed)" }
    if let live = app.stage.live, !live.completesStep { return "in step \(live.step)" }
    return app.completedSteps >= app.run.hyperparameters.steps
      ? "done" : width < 60 ? "paused" : "paused, \(speed)"
  }

  /// What of it this loop calls.
  private var detour: String {
    let recipe = app.run.recipe
    let calls = [recipe.callsEval ? "eval()" : nil, recipe.usesNoGrad ? "no_grad()" : nil]
    return calls.compactMap { $0 }.joined(separator: " + ")
  }

  /// Where one stands between the first step and the newest.
  private var timeline: String {
    let cells = 10
    let first = app.beginning.moment.completedSteps
    let made = Double(app.now.completedSteps - first)
    let share = made / Double(max(app.newest.completedSteps - first, 1))
    let place = min(Int(share * Double(cells)), cells - 1)
    var line = Array(String(repeating: String(app.glyphs.horizontal), count: cells))
    line[place] = Character(app.glyphs.clipped)
    return "\(first) \(String(line)) \(app.newest.completedSteps)"
  }

  private var speed: String {
    app.drive.speed.isInfinite ? "full speed" : "\(Int(app.drive.speed))/s"
  }
}
