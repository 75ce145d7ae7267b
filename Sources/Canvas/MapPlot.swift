/// A map of a plane: which of several classes holds each place, under more fog the less sure that
/// is; and points, each a letter of its class.
public struct MapPlot: Sendable, Equatable {
  public struct Place: Sendable, Equatable {
    /// The class that holds the place, counted from 0.
    public var kind: Int
    /// From 0, a mere guess, to 1.
    public var certainty: Double

    public init(kind: Int, certainty: Double) {
      self.kind = kind
      self.certainty = certainty
    }
  }

  public struct Point: Sendable, Equatable {
    public enum State: Sendable {
      /// A small letter, drawn only where the map does not show its class.
      case known
      /// A capital: taken for what it is.
      case right
      /// A capital in alarm: taken for something else.
      case wrong
    }

    public var x: Float
    public var y: Float
    public var kind: Int
    public var state: State

    public init(x: Float, y: Float, kind: Int, state: State) {
      self.x = x
      self.y = y
      self.kind = kind
      self.state = state
    }
  }

  /// The plane in rows from the top, each of so many columns from the left.
  public var places: [Place]
  public var columns: Int
  /// Later ones over earlier ones.
  public var points: [Point]
  public var xRange: ClosedRange<Float>
  public var yRange: ClosedRange<Float>
  public var characters: PlotCharacters

  public init(
    places: [Place], columns: Int, points: [Point], xRange: ClosedRange<Float>,
    yRange: ClosedRange<Float>, characters: PlotCharacters
  ) {
    precondition(
      columns > 0 && places.count % columns == 0, "\(places.count) places in \(columns) columns")
    self.places = places
    self.columns = columns
    self.points = points
    self.xRange = xRange
    self.yRange = yRange
    self.characters = characters
  }

  public func frame(width: Int, height: Int) -> Frame {
    MapDrawing(self, width: width, height: height).frame
  }
}

extension MapPlot {
  /// Which letter and which ground belong together, and what fog is.
  public var legend: Line { Ground(characters).legend }
}
