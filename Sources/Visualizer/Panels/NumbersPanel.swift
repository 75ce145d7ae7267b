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
    frame.write(moment, x: end + 2, y: 0, .dim)
    write(["x", "y", "guess", "error"], on: &frame, y: 1, .dim)
    let lives = parameterRows(room: height - 3 - Self.fewestPoints)
    let room = height - 3 - lives.count
    let shown = room < reading.points.count ? room - 1 : room
    let points = reading.points.prefix(max(shown, 0))
    for (row, point) in points.enumerated() { write(numbers(point), on: &frame, y: 2 + row) }
    var row = 2 + points.count
    if points.count < reading.points.count {
      frame.write("and \(reading.points.count - points.count) more", x: 2, y: row, .dim)
      row += 1
    }
    frame.write(Line("loss", .strong) + Line(" \(mean)"), x: 1, y: row)
    for (index, life) in lives.enumerated() { write(life, on: &frame, y: row + 1 + index) }
    return frame
  }

  private static let fewestPoints = 3

  private var moment: String {
    app.stage.readingStep == 0 ? "untrained" : "step \(app.stage.readingStep)"
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
    return "\(Self.figure(loss)), the mean of \(squares)"
  }

  private var forwardLoss: Float? {
    guard case .forward(let report) = app.stage.latest[.forward]?.outcome else { return nil }
    return report.loss
  }

  private func write(_ life: LineLife.Row, on frame: inout Frame, y: Int) {
    frame.write(life.name, x: 1, y: y, life.isLive ? .strong : .dim)
    let role: Role = life.isHeading ? .dim : life.isLive ? .strong : .text
    frame.write(life.weight, x: 24 - life.weight.count, y: y, role)
    frame.write(life.bias, x: 34 - life.bias.count, y: y, role)
  }

  /// All rows where there is room; else the names and the two that the live move is about.
  private func parameterRows(room: Int) -> [LineLife.Row] {
    let life = LineLife(stage: app.stage, weight: reading.weight, bias: reading.bias)
    return room >= life.rows.count ? life.rows : life.liveRows
  }

  static func figure(_ value: Float) -> String { LineLife.figure(value) }
}
