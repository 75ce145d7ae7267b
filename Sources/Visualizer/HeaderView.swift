internal import Canvas
internal import Moves

/// The first line: which lesson and network, which step, and whether it runs by itself.
struct HeaderView {
  var app: App
  /// Without the program and the network.
  var isShort = false

  func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    let right = rights(width: width).map { Line($0, .strong) }.fitting(width - 2, app.glyphs)
    let start = width - right.width - 1
    frame.write(right, x: start, y: 0)
    let lefts = lefts(room: start - 3)
    if let left = lefts.first(where: { $0.width <= start - 3 }) { frame.write(left, x: 1, y: 0) }
    return frame
  }

  /// Program, lesson and network, from the fullest to the shortest.
  private func lefts(room: Int) -> [Line] {
    let name = Line("fivemoves  ", .strong)
    let lesson = lesson(room: room - name.width)
    guard !isShort else { return [lesson, Line(app.run.lesson.name)] }
    return models.map { name + lesson + Line("  \($0)", .dim) }
      + [name + lesson, lesson, Line(app.run.lesson.name)]
  }

  /// Where the run is, from the fullest to the shortest.
  private func rights(width: Int) -> [String] {
    let state = state(width: width)
    let broken = app.broken == nil ? "" : "broken  "
    let (done, all) = (app.completedSteps, app.run.hyperparameters.steps)
    return [
      "\(broken)step \(done) / \(all)  \(state)", "\(broken)\(done) / \(all)  \(state)",
      "\(broken)\(done)  \(state)", "\(done)  \(state)", "\(state)",
    ]
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
    if let since = sinceDivergence { return since }
    if let live = app.stage.live, !live.completesStep { return "in step \(live.step)" }
    return isDone ? "done" : width < 60 ? "paused" : "paused, \(speed)"
  }

  private var isDone: Bool { app.completedSteps >= app.run.hyperparameters.steps }

  /// Who goes on after the first figure that is no finite number still reads where it was.
  private var sinceDivergence: String? {
    guard let found = app.divergence, found.moment < app.now else { return nil }
    return "\(isDone ? "done" : "paused"), \(found.short) in step \(found.step)"
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
