/// A loss chart at one size: its parts are laid out and drawn one after the other.
struct ChartDrawing {
  let chart: LossChart
  let layout: ChartLayout
  let axis: Axis
  let steps: StepScale
  let clips: StepCells
  var frame: Frame

  init(_ chart: LossChart, width: Int, height: Int) {
    self.chart = chart
    let rows = ChartLayout.plotRows(height: height, strips: chart.strips.count)
    axis = Axis(covering: chart.range, cells: rows, scale: chart.scale)
    layout = ChartLayout(
      width: width, height: height, strips: chart.strips.count, labels: axis.ticks.map(\.label))
    let across = chart.characters.dotsAcross
    steps = StepScale(
      count: max(chart.loss.count, chart.twin?.count ?? 0), end: chart.end,
      dotColumns: layout.columns * across, dotsAcross: across)
    clips = StepCells(chart.loss, steps, dotsAcross: across)
    frame = Frame(width: width, height: height)
    guard layout.columns > 0, layout.rows > 0 else { return }
    drawValueAxis()
    drawStepAxis()
    drawPlot()
    if !chart.isUnnamed { drawClipRow() }
    drawStrips()
  }

  private mutating func drawPlot() {
    var plot = Frame(width: layout.columns, height: layout.rows)
    defer { frame.place(plot, x: layout.gutter, y: 0) }
    if chart.isUnnamed { return drawUnnamed(on: &plot) }
    let isSmoothed = chart.smoothed != nil
    let loss = clipped(trace(chart.loss))
    draw(chart.twin.map(trace), .points, .faint, on: &plot)
    draw(loss, isSmoothed ? .points : .full, isSmoothed ? .faint : .curve, on: &plot)
    draw(chart.smoothed.map(trace), .line, .curve, on: &plot)
    drawClipped(loss, on: &plot)
    drawNonFinite(on: &plot)
    drawValidation(on: &plot)
    if chart.showsLegend { drawLegend(on: &plot) }
    drawMarks(on: &plot)
  }

  func draw(_ trace: Trace?, _ style: Trace.Style, _ role: Role, on plot: inout Frame) {
    trace?.draw(on: &plot, chart.characters, style, role)
  }

  func trace(_ bins: Bins) -> Trace {
    let trace = Trace(bins, steps, axis)
    return chart.characters == .ascii ? trace.calmed() : trace
  }

  /// The trace with the columns marked where at least half of a cell's steps were clipped.
  private func clipped(_ trace: Trace) -> Trace {
    var marked = trace
    for (cell, column) in clips.lastColumn.enumerated() where clips.isMostly(cell) {
      let first = cell * chart.characters.dotsAcross
      for x in first...(column ?? first) { marked.columns[x]?.isClipped = true }
    }
    if clips.clippedBeginning != nil { marked.columns[0]?.isClipped = true }
    return marked
  }
}

extension LossChart {
  /// The least and the largest value that has a place on the axis.
  fileprivate var range: ClosedRange<Double> {
    let ranges = [loss, smoothed, twin].compactMap { $0?.range }
    let points = validation.map(\.value).filter(\.isFinite)
    let values = ranges.flatMap { [$0.lowerBound, $0.upperBound] } + points
    let positive = [loss, smoothed, twin].compactMap { $0?.leastPositive }
    guard var low = values.min(), let high = values.max() else { return 0...1 }
    if scale == .logarithmic, low <= 0 {
      low = min(positive.min() ?? high, points.filter { $0 > 0 }.min() ?? high)
    }
    return Self.opened(Double(min(low, high)), Double(high))
  }

  /// A fifth of the values' own size at least, so that what is flat looks flat.
  private static func opened(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    let missing = 0.2 * max(abs(low), abs(high)) - (high - low)
    return missing > 0 ? low - missing / 2...high + missing / 2 : low...high
  }
}

extension Bins {
  /// The least positive value that the bins still tell.
  fileprivate var leastPositive: Float? {
    bins.compactMap { bin in [bin.min, bin.last, bin.max].first { $0 > 0 && $0.isFinite } }.min()
  }
}
