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
    frame.write(app.run.stage.readingMoment, x: end + 2, y: 0)
    let points = reading.points.map(numbers)
    let columns = TextColumns([["x", "y", "guess", "error"]] + points, least: 8)
    columns.write(["x", "y", "guess", "error"], on: &frame, y: 1, .dim)
    let lives = parameterRows(room: height - 3 - min(Self.fewestPoints, points.count))
    let room = height - 3 - lives.count
    let count = min(max(room < points.count ? room - 1 : room, 0), points.count)
    for (row, point) in points.prefix(count).enumerated() {
      columns.write(point, on: &frame, y: 2 + row)
    }
    var row = 2 + count
    if count < points.count {
      frame.write("and \(points.count - count) more", x: 2, y: row, .dim)
      row += 1
    }
    frame.write(Line("loss", .strong) + Line(" \(mean)"), x: 1, y: row)
    write(lives, on: &frame, y: row + 1)
    return frame
  }

  private static let fewestPoints = 4

  private func numbers(_ point: LineReading.Point) -> [String] {
    [point.x, point.y, point.guess, point.guess - point.y].map(LineLife.figure)
  }

  /// The loss as the engine gave it, and what it is.
  private var mean: String {
    let squares = app.glyphs.isASCII ? "error^2" : "error²"
    guard let loss = forwardLoss else { return "will be the mean of \(squares)" }
    let text = LineGradient(points: reading.points).loss(loss) ?? LineLife.figure(loss)
    return "\(text), the mean of \(squares)"
  }

  /// Of the pass that read these points.
  private var forwardLoss: Float? {
    app.run.stage.latest[.forward].flatMap {
      $0.step == app.run.stage.readingStep ? $0.forward?.loss : nil
    }
  }

  private func write(_ lives: [LineLife.Row], on frame: inout Frame, y: Int) {
    let weight = lives.filter { !$0.weight.isEmpty }.map { $0.name.count + 2 + $0.weight.count }
      .reduce(26, max)
    let bias = lives.map { weight + 1 + $0.bias.count }.reduce(35, max)
    for (index, life) in lives.enumerated() {
      let isChanged = life.isLive && !life.isRead
      frame.write(life.name, x: 1, y: y + index, isChanged ? .strong : .dim)
      let role: Role = life.isHeading ? .dim : isChanged ? .strong : .text
      frame.write(life.weight, x: weight - life.weight.count, y: y + index, role)
      frame.write(life.bias, x: bias - life.bias.count, y: y + index, role)
    }
  }

  /// All rows where there is room; else the names and the two that the live move is about.
  private func parameterRows(room: Int) -> [LineLife.Row] {
    let life = LineLife(
      stage: app.run.stage, reading: reading, glyphs: app.glyphs,
      divisor: app.run.facts.recipe.dividesLoss ? app.run.facts.settings.parts : 1)
    return [life.rows, life.fewerRows, life.fewestRows].first { $0.count <= room } ?? life.liveRows
  }
}
