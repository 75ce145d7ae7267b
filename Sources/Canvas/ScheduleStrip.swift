/// A planned series as one row of levels: what is past, and what is to come.
public struct ScheduleStrip: Sendable, Equatable {
  public var values: [Float]
  /// How many of the values are past.
  public var past: Int
  public var glyphs: Glyphs

  public init(values: [Float], past: Int, glyphs: Glyphs) {
    self.values = values
    self.past = past
    self.glyphs = glyphs
  }

  /// Samples a function of the step at so many columns.
  public init(
    steps: Int, past: Int, columns: Int, glyphs: Glyphs, value: (_ step: Int) -> Double
  ) {
    let columns = max(columns, 0)
    let values = (0..<columns).map { Float(value($0 * steps / columns)) }
    let share = Double(past) / Double(max(steps, 1))
    self.init(values: values, past: Int(share * Double(columns)), glyphs: glyphs)
  }

  /// Values that have no column of their own are left out.
  public func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    let highest = values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    let columns = min(frame.width, values.count)
    for x in 0..<columns {
      let index = x * values.count / columns
      let level = glyphs.level(of: highest > 0 ? values[index] / highest : 0, among: 8)
      frame[x, 0] = Cell(level, index < past ? .curve : .dim)
    }
    return frame
  }
}
