/// A scatter plot at one size.
struct ScatterDrawing {
  let plot: ScatterPlot
  let xAxis: Axis
  let yAxis: Axis
  let gutter: Int
  private(set) var frame: Frame

  init(_ plot: ScatterPlot, width: Int, height: Int) {
    self.plot = plot
    let rows = height - (height >= 5 ? 2 : 0)
    yAxis = Axis(covering: Self.range(plot.yRange), cells: rows)
    let labels = yAxis.ticks.map(\.label.count).max() ?? 0
    gutter = width >= 16 ? min(labels, ChartLayout.widestLabel) + 2 : 0
    xAxis = Axis(covering: Self.range(plot.xRange), cells: width - gutter, spacing: 6...12)
    frame = Frame(width: width, height: height)
    guard width > 0, rows > 0 else { return }
    if gutter > 0 { drawValueAxis() }
    if height >= 5 { drawHorizontalAxis() }
    frame.place(inside, x: gutter, y: 0)
  }

  private static func range(_ range: ClosedRange<Float>) -> ClosedRange<Double> {
    let ends = [range.lowerBound, range.upperBound]
    guard ends.allSatisfy(\.isFinite) else { return 0...1 }
    return Double(ends[0])...Double(ends[1])
  }

  private var inside: Frame {
    var inside = Frame(width: xAxis.cells, height: yAxis.cells)
    draw(plot.others, Cell(plot.glyphs.faintPoint, .dim), on: &inside)
    if plot.showsErrors { drawErrors(on: &inside) }
    line.draw(on: &inside, plot.characters, .line, .curve)
    draw(plot.points, Cell(plot.glyphs.point, .strong), on: &inside)
    return inside
  }

  private func draw(_ points: [ScatterPlot.Point], _ cell: Cell, on inside: inout Frame) {
    for point in points where point.x.isFinite && point.y.isFinite {
      inside[xAxis.cell(of: Double(point.x)), row(of: Double(point.y))] = cell
    }
  }

  private func row(of value: Double) -> Int { yAxis.cells - 1 - yAxis.cell(of: value) }

  private func guess(_ x: Double) -> Double { Double(plot.slope) * x + Double(plot.intercept) }

  /// The part of the line that lies within the axes.
  private var line: Trace {
    let count = xAxis.cells * plot.characters.dotsAcross
    let columns = (0..<count).map { column -> Trace.Column? in
      let share = (Double(column) + 0.5) / Double(count)
      let value = guess(xAxis.low + share * (xAxis.high - xAxis.low))
      guard value >= yAxis.low, value <= yAxis.high else { return nil }
      let depth = Double(yAxis.cells) - yAxis.position(of: value)
      return Trace.Column(top: depth, middle: depth, bottom: depth)
    }
    let line = Trace(columns: columns)
    return plot.characters == .ascii ? line.calmed() : line
  }

  private func drawErrors(on inside: inout Frame) {
    for point in plot.points where point.x.isFinite && point.y.isFinite {
      let ends = [row(of: Double(point.y)), row(of: guess(Double(point.x)))]
      for row in min(ends[0], ends[1])...max(ends[0], ends[1]) {
        inside[xAxis.cell(of: Double(point.x)), row] = Cell(plot.glyphs.dashedVertical, .faint)
      }
    }
  }

  private mutating func drawValueAxis() {
    frame.verticalRule(x: gutter - 1, y: 0, height: yAxis.cells, glyphs: plot.glyphs)
    for tick in yAxis.ticks {
      let row = yAxis.cells - 1 - tick.cell
      let label = tick.label.prefix(ChartLayout.widestLabel)
      frame.write(String(label), x: gutter - 2 - label.count, y: row, .dim)
      frame[gutter - 1, row] = Cell(plot.glyphs.leftTick, .dim)
    }
  }

  private mutating func drawHorizontalAxis() {
    let y = yAxis.cells
    frame.horizontalRule(x: gutter - 1, y: y, width: frame.width, glyphs: plot.glyphs)
    frame[gutter - 1, y] = Cell(plot.glyphs.corner, .dim)
    var free = 0
    for tick in xAxis.ticks {
      let x = gutter + tick.cell
      let start = min(x - (tick.label.count - 1) / 2, frame.width - tick.label.count)
      guard start >= free else { continue }
      frame[x, y] = Cell(plot.glyphs.bottomTick, .dim)
      free = frame.write(tick.label, x: start, y: y + 1, .dim) + 1
    }
  }
}
