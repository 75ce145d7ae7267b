#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ChartDrawing {
  mutating func drawValueAxis() {
    guard layout.gutter > 0 else { return }
    let edge = layout.gutter - 1
    frame.verticalRule(x: edge, y: 0, height: layout.rows, glyphs: chart.glyphs)
    for tick in axis.ticks {
      let row = layout.rows - 1 - tick.cell
      let label = tick.label.prefix(ChartLayout.widestLabel)
      frame.write(String(label), x: edge - 1 - label.count, y: row, .dim)
      frame[edge, row] = Cell(chart.glyphs.leftTick, .dim)
    }
  }

  /// The axis of steps, with a tick and a number wherever a round step stands.
  mutating func drawStepAxis() {
    guard let axisRow = layout.axisRow, let labelRow = layout.labelRow else { return }
    let edge = layout.gutter - 1
    frame.horizontalRule(x: edge, y: axisRow, width: layout.columns + 1, glyphs: chart.glyphs)
    frame[edge, axisRow] = Cell(chart.glyphs.corner, .dim)
    var free = frame.write(layout.gutter > 0 ? "step" : "", x: 0, y: labelRow, .dim) + 1
    for step in roundSteps {
      let x = cellColumn(ofStep: step)
      let label = Figure.count(step)
      let start = min(x - (label.count - 1) / 2, frame.width - label.count)
      guard start >= free, x < frame.width else { continue }
      if step > 0 { frame[x, axisRow] = Cell(chart.glyphs.bottomTick, .dim) }
      free = frame.write(label, x: start, y: labelRow, .dim) + 2
    }
  }

  /// Round steps about ten cells apart, from before the first to the last with a place.
  private var roundSteps: [Int] {
    let rough = Double(steps.capacity) * 10 / Double(max(layout.columns, 10))
    let power = pow(10, floor(log10(max(rough, 1))))
    let lead = [1.0, 2, 5, 10].first { $0 * power >= rough } ?? 10
    return Array(stride(from: 0, through: steps.capacity, by: max(Int(lead * power), 1)))
  }

  func cellColumn(ofStep step: Int) -> Int {
    guard step > 0 else { return max(layout.gutter - 1, 0) }
    return layout.gutter + steps.column(ofStep: step) / chart.characters.dotsAcross
  }
}
