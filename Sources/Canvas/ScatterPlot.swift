/// Points and a straight line in a frame of axes.
public struct ScatterPlot: Sendable {
  public struct Point: Sendable {
    public var x: Float
    public var y: Float

    public init(x: Float, y: Float) {
      self.x = x
      self.y = y
    }
  }

  public var points: [Point]
  public var slope: Float
  public var intercept: Float
  public var xRange: ClosedRange<Float>
  public var yRange: ClosedRange<Float>
  public var characters: PlotCharacters
  public var glyphs: Glyphs

  public init(
    points: [Point], slope: Float, intercept: Float, xRange: ClosedRange<Float>,
    yRange: ClosedRange<Float>, characters: PlotCharacters, glyphs: Glyphs
  ) {
    self.points = points
    self.slope = slope
    self.intercept = intercept
    self.xRange = xRange
    self.yRange = yRange
    self.characters = characters
    self.glyphs = glyphs
  }

  private static let labelWidth = 4

  public func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let (columns, rows) = (width - Self.labelWidth, height - 1)
    guard columns >= 4, rows >= 3 else { return frame }
    drawAxes(on: &frame, rows: rows)
    var grid = DotGrid(width: columns, height: rows, characters: characters)
    drawLine(on: &grid)
    frame.place(grid.frame, x: Self.labelWidth, y: 0)
    for point in points {
      let x = Int((share(point.x, xRange) * Double(columns - 1)).rounded())
      let row = Curve.row(of: share(point.y, yRange), rows: rows)
      guard (0..<columns).contains(x) else { continue }
      frame[Self.labelWidth + x, row] = Cell(glyphs.point, .strong)
    }
    return frame
  }

  private func drawAxes(on frame: inout Frame, rows: Int) {
    let axis = Axis(covering: yRange, ticks: max(rows / 4, 2))
    for row in 0..<rows { frame[Self.labelWidth - 1, row] = Cell(glyphs.vertical, .dim) }
    for tick in axis.ticks where yRange.contains(Float(tick)) {
      let label = axis.label(tick)
      let row = Curve.row(of: share(Float(tick), yRange), rows: rows)
      frame.write(label, x: Self.labelWidth - 1 - label.count, y: row, .dim)
    }
    let xAxis = Axis(covering: xRange, ticks: 5)
    for tick in xAxis.ticks where xRange.contains(Float(tick)) {
      let label = xAxis.label(tick)
      let x = Int(share(Float(tick), xRange) * Double(frame.width - Self.labelWidth - 1))
      frame.write(
        label, x: min(Self.labelWidth + x, frame.width - label.count), y: rows, .dim)
    }
  }

  /// The part of the line that is inside the frame.
  private func drawLine(on grid: inout DotGrid) {
    guard slope.isFinite, intercept.isFinite else { return }
    var last: (x: Int, y: Int)?
    for x in 0..<grid.dotColumns {
      let at = Float(x) / Float(max(grid.dotColumns - 1, 1))
      let value = slope * (xRange.lowerBound + at * width(xRange)) + intercept
      let share = share(value, yRange)
      guard (0...1).contains(share) else {
        last = nil
        continue
      }
      let here = (x: x, y: Curve.row(of: share, rows: grid.dotRows))
      grid.line(from: last ?? here, to: here, .curve)
      last = here
    }
  }

  private func share(_ value: Float, _ range: ClosedRange<Float>) -> Double {
    Double(value - range.lowerBound) / Double(max(width(range), .leastNormalMagnitude))
  }

  private func width(_ range: ClosedRange<Float>) -> Float { range.upperBound - range.lowerBound }
}
