/// The loss of every step as a curve: clipped steps marked, validation points, ticks and scales.
public struct LossChart: Sendable {
  public struct Point: Sendable, Equatable {
    /// Training steps count from 1; 0 is before the first.
    public var step: Int
    public var value: Float

    public init(step: Int, value: Float) {
      self.step = step
      self.value = value
    }
  }

  /// A word at the end of a step.
  public struct Mark: Sendable, Equatable {
    public var step: Int
    public var label: String

    public init(step: Int, label: String) {
      self.step = step
      self.label = label
    }
  }

  public var loss: Bins
  /// Drawn over the raw line, which then steps back.
  public var smoothed: Bins?
  /// The same lesson with the correct recipe, behind the curve.
  public var twin: Bins?
  public var validation: [Point]
  /// What those points are called.
  public var validationName = "validation"
  /// Where something changed, told by an upright line.
  public var marks: [Mark]
  /// Under the curve, from the top.
  public var strips: [ChartStrip] = []
  /// The step that the run ends with.
  public var end: Int?
  public var scale: Axis.Scale
  public var characters: PlotCharacters
  public var glyphs: Glyphs
  /// Whether the legend stands in the upper right of the plot, where a falling loss leaves room.
  public var showsLegend: Bool
  /// Whether nobody is to see which of the two curves is which: they are called A and B.
  public var isUnnamed = false
  /// Whether it is known which steps were clipped.
  public var tellsClips = true

  public init(
    loss: Bins, smoothed: Bins? = nil, twin: Bins? = nil, validation: [Point] = [],
    marks: [Mark] = [], scale: Axis.Scale = .linear, characters: PlotCharacters, glyphs: Glyphs,
    showsLegend: Bool = false
  ) {
    self.loss = loss
    self.smoothed = smoothed
    self.twin = twin
    self.validation = validation
    self.marks = marks
    self.scale = scale
    self.characters = characters
    self.glyphs = glyphs
    self.showsLegend = showsLegend
  }

  /// What the marks mean, in their own roles.
  public var legend: Line {
    let gap = Line.Span("  ")
    var spans = clipLegend
    spans.append(Line.Span("\(glyphs.horizontal) train", smoothed == nil ? .curve : .faint))
    if smoothed != nil { spans += [gap, Line.Span("\(glyphs.horizontal) smoothed", .curve)] }
    if twin != nil { spans += [gap, Line.Span("\(glyphs.dashedHorizontal) correct twin", .faint)] }
    spans += [gap, validationLegend]
    return Line(spans)
  }

  /// Only the marks that cannot be guessed, for narrow charts.
  public var shortLegend: Line {
    Line(clipLegend + [validationLegend])
  }

  private var validationLegend: Line.Span {
    Line.Span("\(glyphs.validation) \(validationName)", .validation)
  }

  private var clipLegend: [Line.Span] {
    tellsClips ? [Line.Span("\(glyphs.clipped) clipped", .clipped), Line.Span("  ")] : []
  }

  /// Whether there is nothing to draw a scale for.
  var isEmpty: Bool {
    loss.isUntold && twin == nil && validation.isEmpty
  }

  public func frame(width: Int, height: Int) -> Frame {
    ChartDrawing(self, width: width, height: height).frame
  }
}
