/// A scale of values over equal cells, whose ticks stand on the cells they name.
public struct Axis: Sendable, Equatable {
  public enum Scale: Sendable { case linear, logarithmic }

  public struct Tick: Sendable, Equatable {
    public let value: Double
    /// The cell, counted from the low end.
    public let cell: Int
    public let label: String
  }

  public let scale: Scale
  public let cells: Int
  /// The values at the outer edges of the first and the last cell.
  public let low: Double
  public let high: Double
  public let ticks: [Tick]

  /// Covers the values in so many cells, with a tick about every `spacing` cells.
  ///
  /// On a linear scale the ticks stand at 1, 2 or 5 times a power of ten, an equal number of cells
  /// apart, and the axis grows by such steps. A logarithmic one covers only what is positive.
  public init(
    covering range: ClosedRange<Double>, cells: Int, spacing: ClosedRange<Int> = 2...4,
    scale: Scale = .linear
  ) {
    precondition(
      range.lowerBound.isFinite && range.upperBound.isFinite, "an axis cannot cover \(range)")
    let cells = max(cells, 1)
    if scale == .logarithmic, range.upperBound > 0 {
      self.init(logarithmic: range, cells: cells, spacing: spacing)
    } else {
      self.init(linear: range, cells: cells, spacing: spacing)
    }
  }

  init(scale: Scale, cells: Int, low: Double, high: Double, ticks: [Tick]) {
    self.scale = scale
    self.cells = cells
    self.low = low
    self.high = high
    self.ticks = ticks
  }

  /// How many cells a value stands from the low edge, kept within the axis.
  public func position(of value: Double) -> Double {
    let share =
      scale == .linear ? (value - low) / (high - low) : Self.decades(low, value, of: low, high)
    return (share > 0 ? min(share, 1) : 0) * Double(cells)
  }

  /// The cell of a value, counted from the low end.
  public func cell(of value: Double) -> Int {
    min(Int(position(of: value)), cells - 1)
  }
}
