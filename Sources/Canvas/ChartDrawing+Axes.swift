internal import Notation
internal import Platform

extension ChartDrawing {
  mutating func drawValueAxis() {
    guard layout.gutter > 0 else { return }
    let edge = layout.gutter - 1
    frame.verticalRule(x: edge, y: 0, height: layout.rows, glyphs: chart.glyphs)
    for tick in axis.ticks where !chart.isEmpty {
      let row = layout.rows - 1 - tick.cell
      let label = tick.label.prefix(ChartLayout.widestLabel)
      frame.write(String(label), x: edge - 1 - label.count, y: row, .dim)
      frame[edge, row] = Cell(chart.glyphs.leftTick, .dim)
    }
  }

  /// What a row under the plot is about, left of the axis.
  mutating func label(_ text: String, row: Int) {
    guard layout.gutter > 0 else { return }
    frame.write(text, x: layout.gutter - 2 - text.count, y: row, .dim)
    frame[layout.gutter - 1, row] = Cell(chart.glyphs.vertical, .dim)
  }

  /// The axis of steps: a tick wherever a round step stands, and behind it its number; the run's
  /// last step at the end, behind its number.
  mutating func drawStepAxis() {
    guard let row = layout.axisRow else { return }
    let edge = layout.gutter - 1
    label("step", row: row)
    frame.horizontalRule(x: max(edge, 0), y: row, width: frame.width, glyphs: chart.glyphs)
    if edge >= 0 { frame[edge, row] = Cell(chart.glyphs.corner, .dim) }
    guard !chart.isEmpty else { return }
    // Nothing comes behind the edge.
    var limit = frame.width + 1
    if chart.end == steps.capacity {
      let label = " \(Figure.count(steps.capacity)) "
      limit = max(frame.width - 1 - label.count, edge + 1)
      tick(label, at: frame.width - 1, numberAt: limit, row: row)
    }
    for step in roundSteps {
      let (x, label) = (cellColumn(ofStep: step), " \(Figure.count(step)) ")
      // Between two numbers a piece of the axis is to be seen.
      guard x + 1 + label.count < limit else { return }
      tick(label, at: x, numberAt: x + 1, row: row)
    }
  }

  private mutating func tick(_ label: String, at x: Int, numberAt start: Int, row: Int) {
    frame[x, row] = Cell(chart.glyphs.bottomTick, .dim)
    frame.write(label, x: start, y: row, .dim)
  }

  /// Round steps about ten cells apart, enough for each one's number.
  private var roundSteps: [Int] {
    let widest = Double(max(Figure.count(steps.capacity).count + 4, 10))
    let rough = Double(steps.capacity) * widest / Double(max(layout.columns, 10))
    let power = pow(10, floor(log10(max(rough, 1))))
    let lead = [1.0, 2, 5, 10].first { $0 * power >= rough } ?? 10
    let spacing = max(Int(lead * power), 1)
    return Array(stride(from: spacing, through: steps.capacity, by: spacing))
  }

  func cellColumn(ofStep step: Int) -> Int {
    guard step > 0 else { return max(layout.gutter - 1, 0) }
    return layout.gutter + steps.column(ofStep: step) / chart.characters.dotsAcross
  }
}
