internal import Canvas
internal import Moves

/// One parameter through a training step, as the optimizer recorded it while it ran.
struct LifePanel {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("a parameter's life", x: 0, y: 0, .strong)
    frame.write(moment, x: end + 2, y: 0, room: app.glyphs.isASCII ? 6 : 3)
    app.markListener(.life, on: &frame)
    guard app.search == nil else { return writeSearch(on: frame) }
    frame.write(name(columns: width).cut(to: width, app.glyphs), x: 0, y: 1)
    if app.listener == .life { frame.cursor = Frame.Place(x: 0, y: 1) }
    let hasRange = height >= 8 && recent.count > 1
    let lines = (formula?.rows ?? []).lines(columns: width, height: height - 2 - (hasRange ? 1 : 0))
    frame.write(rows: lines.map { $0.cut(to: width, app.glyphs) }, x: 0, y: 2)
    if hasRange { writeRange(on: &frame, y: 2 + lines.count) }
    if height >= 4 + lines.count { writeKeys(on: &frame, y: height - 1) }
    return frame
  }

  private var track: LifeTrack { app.watch.track }
  private var soFar: LifeSoFar { track.soFar }
  private var recent: [Float] { track.values(upTo: app.run.now.completedSteps) }
  /// Between its reports a parameter is as the last completed step left it.
  private var moment: FigureMoment {
    soFar.step == 0
      ? app.run.stage.moment(app.run.now.completedSteps, .afterUpdate)
      : app.run.stage.moment(soFar.step)
  }

  /// Nil where the optimizer's settings are not told.
  private var formula: LifeFormula? {
    guard let chosen = app.run.facts.hyperparameters else { return nil }
    let live = app.run.stage.live.flatMap { $0.step == soFar.step ? $0.move : nil }
    return LifeFormula(
      soFar: soFar, chosen: chosen,
      live: app.run.stage.detour == .none ? live : nil, glyphs: app.glyphs)
  }

  private func name(columns: Int) -> Line {
    let tensor = app.run.facts.tensors[track.place.tensor]
    let index = tensor.index(of: track.place)
    let names = SiblingNames(app.run.facts.tensors.map(\.shortName), app.glyphs)
    let shown = names.shown(tensor.shortName, columns: columns - index.count)
    let name = Line(shown + index, .strong)
    let share = Line("  1 of \(Figures.grouped(app.run.facts.parameterCount))", .dim)
    return name.width + share.width <= columns ? name + share : name
  }

  /// Its last values, from the oldest to the newest, and from where to where they range.
  private func writeRange(on frame: inout Frame, y: Int) {
    let values = recent
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    let exact = [low, high].map { Figures.parameter($0, moving: high - low) }
    let ranges = [exact, [low, high].map { Figures.plain(Double($0)) }].map {
      Line($0.joined(separator: " to "), .dim)
    }
    let x = LifeRow.indent
    let range = ranges.fitting(frame.width - x - 5, app.glyphs)
    let room = frame.width - x - range.width - 1
    frame.write("range", x: 0, y: y, .dim)
    let line = Sparkline(values, glyphs: app.glyphs).frame(width: min(room, values.count))
    frame.place(line, x: x, y: y)
    frame.write(range, x: x + line.width + 1, y: y)
  }

  private func writeKeys(on frame: inout Frame, y: Int) {
    let arrows = app.glyphs.isASCII ? "up down" : "↑ ↓"
    let next = app.listener == .life ? Line(arrows, .key) + Line(" next  ", .dim) : Line()
    let line =
      next + Line("/", .key) + Line(" find  ", .dim)
      + Line("m", .key) + Line(" moved most", .dim)
    frame.write(line.cut(to: frame.width, app.glyphs), x: 0, y: y)
  }

  private func writeSearch(on start: Frame) -> Frame {
    var frame = start
    let search = app.search ?? ParameterSearch()
    let end = frame.write(Line("find ", .key) + Line(search.text, .strong), x: 0, y: 1)
    frame.write(app.glyphs.isASCII ? "_" : "▏", x: end, y: 1, .strong)
    frame.cursor = Frame.Place(x: min(end, frame.width - 1), y: 1)
    frame.write(
      Paragraph(Self.words(for: search.answer(in: app.run.facts), app.run.facts)), x: 0, y: 3,
      width: frame.width)
    frame.write(
      Paragraph(
        "A name and an index, such as \(example)."
          + (app.isInAnyClass ? "" : " enter chooses it, esc goes back."), .dim),
      x: 0, y: 6, width: frame.width)
    return frame
  }

  private var example: String {
    let tensor = app.run.facts.tensors[app.run.facts.tensors.count / 2]
    let index = tensor.shape.map { String($0 / 2) }.joined(separator: ",")
    return "\(tensor.shortName) \(index)"
  }

  static func words(for answer: ParameterSearch.Answer, _ run: RunFacts) -> String {
    switch answer {
    case .found(let place): return run.tensors[place.tensor].name(of: place)
    case .noSuchName: return "no parameter has this in its name"
    case .noSuchIndex(let tensor):
      let shape = tensor.shape.map(String.init).joined(separator: " x ")
      return "\(tensor.shortName) is \(shape): no such index"
    }
  }
}
