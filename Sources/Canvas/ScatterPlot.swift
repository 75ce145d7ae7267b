/// Points and the straight line y = slope · x + intercept, between two axes.
public struct ScatterPlot: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    public var x: Float
    public var y: Float

    public init(x: Float, y: Float) {
      self.x = x
      self.y = y
    }
  }

  public var points: [Point]
  /// The rest of the data, dim.
  public var others: [Point]
  public var slope: Float
  public var intercept: Float
  public var xRange: ClosedRange<Float>
  public var yRange: ClosedRange<Float>
  public var characters: PlotCharacters
  public var glyphs: Glyphs
  /// Whether each point is joined to the line by its error.
  public var showsErrors: Bool

  public init(
    points: [Point], others: [Point] = [], slope: Float, intercept: Float,
    xRange: ClosedRange<Float>, yRange: ClosedRange<Float>, characters: PlotCharacters,
    glyphs: Glyphs, showsErrors: Bool = false
  ) {
    self.points = points
    self.others = others
    self.slope = slope
    self.intercept = intercept
    self.xRange = xRange
    self.yRange = yRange
    self.characters = characters
    self.glyphs = glyphs
    self.showsErrors = showsErrors
  }

  public func frame(width: Int, height: Int) -> Frame {
    ScatterDrawing(self, width: width, height: height).frame
  }
}
