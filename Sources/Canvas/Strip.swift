/// A series as a row or two of levels, against its ceiling.
public struct Strip: Sendable, Equatable {
  public var bins: Bins
  public var ceiling: Float?
  public var glyphs: Glyphs

  public init(bins: Bins, ceiling: Float? = nil, glyphs: Glyphs) {
    self.bins = bins
    self.ceiling = ceiling
    self.glyphs = glyphs
  }

  /// Values above the ceiling count as clipped.
  public init(values: some Sequence<Float>, ceiling: Float? = nil, glyphs: Glyphs) {
    var bins = Bins()
    for value in values { bins.append(value, clipped: ceiling.map { value > $0 } ?? false) }
    self.init(bins: bins, ceiling: ceiling, glyphs: glyphs)
  }

  /// In one row the ceiling is the full height, and the full cell alone stands for columns of
  /// which at least half was clipped; in two rows it is the line between them.
  public func frame(width: Int, height: Int = 1) -> Frame {
    var frame = Frame(width: width, height: min(height, 2))
    guard frame.width > 0, frame.height > 0 else { return frame }
    let shown = bins.merged(to: width)
    if frame.height == 2, let ceiling { drawAbove(ceiling, shown, on: &frame) }
    for (x, bin) in shown.bins.enumerated() {
      frame[x, frame.height - 1] = cell(bin, top: ceiling ?? shown.range?.upperBound ?? 1)
    }
    return frame
  }

  private func cell(_ bin: Bin, top: Float) -> Cell {
    if bin.hasNaN { return Cell(glyphs.notANumber, .alarm) }
    if bin.hasNonFinite { return Cell(glyphs.infinite, .alarm) }
    if bin.isMostlyClipped { return Cell(glyphs.fullBar, .clipped) }
    let most = ceiling == nil ? 8 : 7
    return Cell(glyphs.level(of: bin.max / top, among: most), .curve)
  }

  /// The upper row: how far each column rises above the ceiling, and the ceiling elsewhere.
  private func drawAbove(_ ceiling: Float, _ shown: Bins, on frame: inout Frame) {
    let rise = (shown.range?.upperBound ?? ceiling) - ceiling
    frame.fill(x: 0, y: 0, width: frame.width, height: 1, glyphs.ceiling, .dim)
    for (x, bin) in shown.bins.enumerated() where bin.max > ceiling {
      let level = glyphs.level(of: (bin.max - ceiling) / rise, among: 8)
      frame[x, 0] = Cell(level, bin.isMostlyClipped ? .clipped : .faint)
    }
  }
}

extension Glyphs {
  /// The level of a share between 0 and 1, among the lowest so many levels.
  func level(of share: Float, among count: Int) -> Unicode.Scalar {
    guard share.isFinite else { return levels[0] }
    let level = Int(min(max(share, 0), 1) * Float(count - 1) + 0.5)
    return levels[min(level, levels.count - 1)]
  }
}
