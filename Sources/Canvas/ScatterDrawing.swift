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
    line.draw(on: &inside, plot.characters, isSteep ? .points : .line, .curve)
    draw(plot.points, Cell(plot.glyphs.point, .strong), on: &inside)
    if let absence {
      let words = absence.fitting(inside.width, plot.glyphs)
      inside.write(words, x: (inside.width - words.width) / 2, y: inside.height / 2)
    }
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
    guard isFinite else { return Trace(columns: []) }
    let line = Trace(columns: (0..<dotColumns).map { isSteep ? stroke($0) : middle($0) })
    return plot.characters == .ascii && !isSteep ? line.calmed() : line
  }

  private var dotColumns: Int { xAxis.cells * plot.characters.dotsAcross }
  private var isFinite: Bool { plot.slope.isFinite && plot.intercept.isFinite }

  /// Whether it rises by more than a cell from one dot column to the next, so that their middles
  /// alone would leave holes, or miss the picture.
  private var isSteep: Bool {
    abs(guess(x(1)) - guess(x(0))) * Double(yAxis.cells) > yAxis.high - yAxis.low
  }

  private func x(_ column: Double) -> Double {
    xAxis.low + column / Double(dotColumns) * (xAxis.high - xAxis.low)
  }

  private func middle(_ column: Int) -> Trace.Column? {
    let value = guess(x(Double(column) + 0.5))
    guard value >= yAxis.low, value <= yAxis.high else { return nil }
    let depth = depth(value)
    return Trace.Column(top: depth, middle: depth, bottom: depth)
  }

  /// From where the line comes into the column to where it leaves it.
  private func stroke(_ column: Int) -> Trace.Column? {
    let ends = [guess(x(Double(column))), guess(x(Double(column + 1)))].sorted()
    guard ends[0] <= yAxis.high, ends[1] >= yAxis.low else { return nil }
    let (top, bottom) = (depth(min(ends[1], yAxis.high)), depth(max(ends[0], yAxis.low)))
    return Trace.Column(top: top, middle: (top + bottom) / 2, bottom: bottom)
  }

  private func depth(_ value: Double) -> Double {
    Double(yAxis.cells) - yAxis.position(of: value)
  }

  /// Why no line is seen, from the fullest to the shortest; nil where one is.
  private var absence: [Line]? {
    guard line.columns.allSatisfy({ $0 == nil }) else { return nil }
    let side = guess(xAxis.low / 2 + xAxis.high / 2) > yAxis.high ? "above" : "below"
    let words =
      isFinite
      ? ["The line has left the picture: it runs \(side) it.", "The line is \(side)."]
      : ["The line is gone: its numbers are not finite.", "The line is gone."]
    return (words + ["no line"]).map { Line($0, .alarm) }
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
