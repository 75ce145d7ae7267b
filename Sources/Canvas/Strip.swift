/// One row of levels: a series against its ceiling.
public struct Strip: Sendable {
  public var bins: Bins
  public var ceiling: Float
  public var glyphs: Glyphs

  public init(bins: Bins, ceiling: Float, glyphs: Glyphs) {
    self.bins = bins
    self.ceiling = ceiling
    self.glyphs = glyphs
  }

  /// The ceiling stands at the full height; what rises above it is full and marked.
  public func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    for (x, bin) in bins.merged(to: width).bins.enumerated() {
      let share = bin.isBroken ? 1 : bin.max / ceiling
      frame[x, 0] = Cell(glyphs.level(share), bin.isMostlyClipped ? .clipped : .curve)
    }
    return frame
  }
}

/// One row of levels: the learning rate's schedule, what is past and what is to come.
public struct ScheduleStrip: Sendable {
  public var values: [Float]
  /// How many of the values are past.
  public var past: Int
  public var glyphs: Glyphs

  public init(values: [Float], past: Int, glyphs: Glyphs) {
    self.values = values
    self.past = past
    self.glyphs = glyphs
  }

  public func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    let highest = values.max() ?? 1
    for (x, value) in values.prefix(width).enumerated() {
      frame[x, 0] = Cell(glyphs.level(value / highest), x < past ? .curve : .dim)
    }
    return frame
  }
}

extension Glyphs {
  /// The level for a share between 0 and 1; what is not nothing shows.
  func level(_ share: Float) -> Unicode.Scalar {
    let top = levels.count - 1
    let level = Int((min(max(share, 0), 1) * Float(top)).rounded())
    return levels[max(level, 1)]
  }
}
