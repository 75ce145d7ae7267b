internal import Canvas
internal import Moves

/// Every number of a training step of `line`: the batch with its errors, the loss they make, and
/// both parameters on their way through the step.
struct NumbersPanel {
  var app: App
  var reading: LineReading

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("every number", x: 0, y: 0, .strong)
    frame.write(moment(columns: width - end - 2), x: end + 2, y: 0, .dim)
    write(["x", "y", "guess", "error"], on: &frame, y: 1, .dim)
    let lives = parameterRows(room: height - 3 - Self.fewestPoints)
    let room = height - 3 - lives.count
    let shown = room < reading.points.count ? room - 1 : room
    let points = reading.points.prefix(max(shown, 0))
    for (row, point) in points.enumerated() {
      write(numbers(point), on: &frame, y: 2 + row, tone)
    }
    var row = 2 + points.count
    if points.count < reading.points.count {
      frame.write("and \(reading.points.count - points.count) more", x: 2, y: row, .dim)
      row += 1
    }
    frame.write(Line("loss", isEarlier ? .dim : .strong) + Line(" \(mean)", tone), x: 1, y: row)
    for (index, life) in lives.enumerated() { write(life, on: &frame, y: row + 1 + index) }
    return frame
  }

  private static let fewestPoints = 3

  /// Whether this step has read nothing yet, so that the last one's batch is still shown.
  private var isEarlier: Bool {
    app.stage.live != nil && app.stage.readingStep != app.stage.step
      && app.stage.readingStep > 0
  }

  private var tone: Role { isEarlier ? .dim : .text }

  private func moment(columns: Int) -> String {
    let read = app.stage.readingMoment
    guard isEarlier else { return read.words(columns: columns) }
    let now = app.stage.moment(app.stage.step).forms[0]
    return ["\(now), batch of step \(read.step)", "\(now), batch of \(read.step)"]
      .first { $0.count <= columns } ?? now
  }

  private func numbers(_ point: LineReading.Point) -> [String] {
    [point.x, point.y, point.guess, point.guess - point.y].map(Self.figure)
  }

  private func write(_ row: [String], on frame: inout Frame, y: Int, _ role: Role = .text) {
    for (column, text) in row.enumerated() {
      frame.write(text, x: 8 * (column + 1) - text.count, y: y, role)
    }
  }

  /// The loss as the engine gave it, and what it is.
  private var mean: String {
    let squares = app.glyphs.isASCII ? "error^2" : "error²"
    guard let loss = forwardLoss else { return "will be the mean of \(squares)" }
    let text = LineGradient(points: reading.points).loss(loss) ?? Self.figure(loss)
    return "\(text), the mean of \(squares)"
  }

  /// Of the pass that read these points.
  private var forwardLoss: Float? {
    guard let made = app.stage.latest[.forward], made.step == app.stage.readingStep,
      case .forward(let report) = made.outcome
    else { return nil }
    return report.loss
  }

  private func write(_ life: LineLife.Row, on frame: inout Frame, y: Int) {
    frame.write(life.name, x: 1, y: y, life.isLive ? .strong : .dim)
    let role: Role = life.isHeading ? .dim : life.isLive ? .strong : .text
    frame.write(life.weight, x: 26 - life.weight.count, y: y, role)
    frame.write(life.bias, x: 35 - life.bias.count, y: y, role)
  }

  /// All rows where there is room; else the names and the two that the live move is about.
  private func parameterRows(room: Int) -> [LineLife.Row] {
    let life = LineLife(stage: app.stage, reading: reading, glyphs: app.glyphs)
    return room >= life.rows.count ? life.rows : life.liveRows
  }

  static func figure(_ value: Float) -> String { LineLife.figure(value) }
}
