/// The loss of every step as a curve: clipped steps marked, validation points, ticks and a scale.
public struct LossChart: Sendable {
  public struct Point: Sendable {
    public var step: Int
    public var value: Float

    public init(step: Int, value: Float) {
      self.step = step
      self.value = value
    }
  }

  public var loss: Bins
  public var validation: [Point]
  public var characters: PlotCharacters
  public var glyphs: Glyphs

  public init(loss: Bins, validation: [Point], characters: PlotCharacters, glyphs: Glyphs) {
    self.loss = loss
    self.validation = validation
    self.characters = characters
    self.glyphs = glyphs
  }

  private static let labelWidth = 6

  public func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let (columns, rows) = (width - Self.labelWidth, height - 2)
    guard columns >= 4, rows >= 2 else { return frame }
    let scale = StepScale(series: loss, dotColumns: columns * characters.dots.across)
    let axis = Axis(covering: range, ticks: max(rows / 3, 2))
    drawAxis(axis, rows: rows, on: &frame)
    var grid = DotGrid(width: columns, height: rows, characters: characters)
    let line = Curve(bins: scale.bins, scale: scale, axis: axis)
    line.draw(on: &grid)
    frame.place(grid.frame, x: Self.labelWidth, y: 0)
    drawMarks(line, on: &frame, rows: rows)
    drawValidation(scale, axis, on: &frame, rows: rows)
    drawSteps(scale, on: &frame, y: rows + 1)
    return frame
  }

  private var range: ClosedRange<Float> {
    let points = validation.map(\.value).filter(\.isFinite)
    let low = min(loss.range?.lowerBound ?? .infinity, points.min() ?? .infinity)
    let high = max(loss.range?.upperBound ?? -.infinity, points.max() ?? -.infinity)
    return low <= high ? low...high : 0...1
  }

  private func drawAxis(_ axis: Axis, rows: Int, on frame: inout Frame) {
    let edge = Self.labelWidth - 1
    for row in 0..<rows { frame[edge, row] = Cell(glyphs.vertical, .dim) }
    for tick in axis.ticks {
      let row = Curve.row(of: axis.share(Float(tick)), rows: rows)
      let label = axis.label(tick)
      frame.write(label, x: max(edge - 1 - label.count, 0), y: row, .dim)
      frame[edge, row] = Cell(glyphs.isASCII ? "+" : "┤", .dim)
    }
  }

  /// A mark on the curve where most steps of a column were clipped, one below where any was.
  private func drawMarks(_ line: Curve, on frame: inout Frame, rows: Int) {
    let across = characters.dots.across
    for (index, bin) in line.bins.bins.enumerated() where bin.clipped > 0 {
      let x = Self.labelWidth + line.scale.column(ofBin: index) / across
      frame[x, rows] = Cell(glyphs.clipMark, .clipped)
      guard bin.isMostlyClipped, bin.last.isFinite else { continue }
      frame[x, Curve.row(of: line.axis.share(bin.last), rows: rows)] = Cell(
        glyphs.clipped, .clipped)
    }
    for (index, bin) in line.bins.bins.enumerated() where bin.isBroken {
      let x = Self.labelWidth + line.scale.column(ofBin: index) / across
      frame[x, 0] = Cell("!", .alarm)
    }
  }

  private func drawValidation(
    _ scale: StepScale, _ axis: Axis, on frame: inout Frame, rows: Int
  ) {
    for point in validation where point.value.isFinite {
      let x = Self.labelWidth + scale.column(ofStep: point.step) / characters.dots.across
      let row = Curve.row(of: axis.share(point.value), rows: rows)
      frame[x, row] = Cell(glyphs.validation, .validation)
    }
  }

  /// The steps under the curve: the first, and round ones as far as there is room.
  private func drawSteps(_ scale: StepScale, on frame: inout Frame, y: Int) {
    let across = characters.dots.across
    var free = 0
    for step in scale.labelledSteps(across: across) {
      let x = Self.labelWidth + scale.column(ofStep: step) / across
      let label = "\(step)"
      guard x >= free, x + label.count <= frame.width else { continue }
      free = frame.write(label, x: x, y: y, .dim) + 2
    }
    let word = "step"
    frame.write(word, x: 0, y: y, .dim)
  }
}
