/// A series as one row of levels between its own least and largest value.
public struct Sparkline: Sendable, Equatable {
  public var values: [Float]
  public var glyphs: Glyphs

  public init(_ values: [Float], glyphs: Glyphs) {
    self.values = values
    self.glyphs = glyphs
  }

  /// The last values, one a column; a series that stands still is a line in the middle.
  public func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    let shown = values.suffix(frame.width)
    let finite = shown.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return frame }
    for (x, value) in shown.enumerated() { frame[x, 0] = cell(value, low, high) }
    return frame
  }

  private func cell(_ value: Float, _ low: Float, _ high: Float) -> Cell {
    if value.isNaN { return Cell(glyphs.notANumber, .alarm) }
    if value.isInfinite { return Cell(glyphs.infinite, .alarm) }
    let share = high > low ? (value - low) / (high - low) : 0.5
    return Cell(glyphs.level(of: share, among: glyphs.levels.count), .curve)
  }
}
