/// A planned series as one row of levels, a value a column: what is past, and what is to come.
struct ScheduleStrip {
  /// Shares of the highest value that is planned.
  var values: [Float]
  /// How many of the values are past.
  var past: Int
  var glyphs: Glyphs

  func frame(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    for (x, share) in values.enumerated() {
      frame[x, 0] = Cell(glyphs.level(of: share, among: 8), x < past ? .curve : .dim)
    }
    return frame
  }
}
