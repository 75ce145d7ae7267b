internal import Canvas
internal import Moves

/// The first line: which lesson and network, which step, and whether it runs by itself.
struct HeaderView {
  var app: App
  /// Without the program and the network.
  var isShort = false

  func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    let rights = rights.map { Line($0, .strong) }
    let besideName = width - 5 - Line(app.run.facts.name).width
    let right =
      rights.first { $0.width <= besideName } ?? rights.fitting(width - 2, app.glyphs)
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
    guard !isShort else { return [lesson, Line(app.run.facts.name)] }
    return models.map { name + lesson + Line("  \($0)", .dim) }
      + [name + lesson, lesson, Line(app.run.facts.name)]
  }

  /// Where the run is, from the fullest to the shortest.
  private var rights: [String] {
    guard let company = ClassWords(app: app) else { return ownRights }
    if company.isAlone { return company.forms }
    return company.forms.prefix(1).flatMap { form in ownRights.map { "\($0)  \(form)" } }
      + ownRights.suffix(1).flatMap { own in company.forms.map { "\(own)  \($0)" } } + ownRights
  }

  private var ownRights: [String] {
    let broken = app.run.broken == nil ? "" : "broken  "
    let done = app.completedSteps
    let all = app.run.facts.settings.steps.map { " / \($0)" } ?? ""
    let counted = states.flatMap { state in
      ["\(broken)step \(done)\(all)  \(state)", "\(broken)\(done)\(all)  \(state)"]
    }
    let state = states.last ?? ""
    return counted + ["\(broken)\(done)  \(state)", "\(done)  \(state)", state]
  }

  /// The lesson, and the text it reads where that is a person's own.
  private func lesson(room: Int) -> Line {
    let lesson = Line(app.run.facts.name)
    guard let text = app.run.facts.text, room > lesson.width + 8 else { return lesson }
    return lesson + Line(" on ", .dim)
      + Line(text.name).cut(to: min(24, room - lesson.width - 4), app.glyphs)
  }

  /// From the fullest to the shortest.
  private var models: [String] {
    guard let model = app.run.facts.model else { return [] }
    guard let parameters = app.run.facts.parameterCount else { return [model] }
    let count = "\(model), \(parameters.grouped) parameters"
    return (app.seed.map { ["\(count), seed \($0)"] } ?? []) + [count, model]
  }

  /// Whether it runs, and how fast, from the fullest to the shortest.
  private var states: [String] {
    if let special { return [special] }
    guard let place else { return conditions }
    // Nothing is paused while lights still go from move to move.
    if app.isPassing, !app.drive.isRunning { return [place] }
    return conditions.prefix(1).map { "\(place)  \($0)" } + conditions
  }

  /// The step that the boxes are in, while the count is of completed ones; in a quick run it is over
  /// before it is read.
  private var place: String? {
    guard let live = app.run.stage.live, !live.completesStep else { return nil }
    return app.isHurried ? nil : "in step \(live.step)"
  }

  private var conditions: [String] {
    let plain = plainConditions
    guard let cost = app.cost, cost > 0, app.abilities.contains(.elsewhere) else { return plain }
    return plain.prefix(1).map { "\($0)  costs \(Figures.percent(cost))" } + plain
  }

  private var plainConditions: [String] {
    switch app.driver {
    case .thisScreen: break
    case .nobody: return ["runs by itself"]
    case .anotherScreen: return ["another drives"]
    }
    if app.drive.isRunning { return ["running \(speed)"] }
    if app.run.now < app.run.newest { return [timeline] }
    if let sinceDivergence { return [sinceDivergence] }
    guard isDone, place == nil else {
      return app.following == nil ? ["paused, \(speed)", "paused"] : ["paused"]
    }
    return [app.completedSteps == app.run.facts.settings.steps ? "done" : "past its end"]
  }

  /// What goes on beside the run itself.
  private var special: String? {
    if let journey = app.journey { return "step \(journey.made) of \(journey.of) again, esc stops" }
    if app.run.now < app.run.newest, !app.drive.isRunning { return nil }
    switch app.run.stage.detour {
    case .running: return detour
    case .sampling: return "eval() + no_grad()"
    default: break
    }
    guard let found = app.divergenceHere, !app.drive.isRunning else { return nil }
    return "stopped: \(found.short)"
  }

  private var isDone: Bool { app.completedSteps >= app.run.facts.settings.steps ?? .max }

  /// Who goes on after the first figure that is no finite number still reads where it was.
  private var sinceDivergence: String? {
    guard let found = app.run.divergence, found.moment < app.run.now else { return nil }
    return "\(isDone ? "done" : "paused"), \(found.short) in step \(found.step)"
  }

  /// What of it this loop calls.
  private var detour: String {
    let recipe = app.run.facts.recipe
    let calls = [recipe.callsEval ? "eval()" : nil, recipe.usesNoGrad ? "no_grad()" : nil]
    let words = calls.compactMap { $0 }.joined(separator: " + ")
    return words.isEmpty ? "evaluation" : words
  }

  /// Where one stands between the first step and the newest.
  private var timeline: String {
    let cells = 10
    let first = app.run.beginning.moment.completedSteps
    // Within one step there is no line to draw.
    guard app.run.newest.completedSteps > first else {
      return "\((app.run.newest.moves - app.run.now.moves).counted("move")) back"
    }
    let made = Double(app.run.now.completedSteps - first)
    let share = made / Double(max(app.run.newest.completedSteps - first, 1))
    let place = min(max(Int(share * Double(cells)), 0), cells - 1)
    var line = Array(String(repeating: String(app.glyphs.horizontal), count: cells))
    line[place] = Character(app.glyphs.clipped)
    return "\(first) \(String(line)) \(app.run.newest.completedSteps)"
  }

  private var speed: String {
    app.drive.isAsRecorded
      ? "as recorded" : app.drive.speed.isInfinite ? "full speed" : "\(Int(app.drive.speed))/s"
  }
}
