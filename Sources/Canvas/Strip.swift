/// A series as a row or two of levels, against its ceiling.
struct Strip {
  /// What each column holds.
  var cells: [Bin?]
  var ceiling: Float?
  var glyphs: Glyphs

  /// In one row the ceiling is the full height, and the full cell alone stands for columns of
  /// which at least half was clipped; in two rows it is the line between them.
  func frame(width: Int, height: Int = 1) -> Frame {
    var frame = Frame(width: width, height: min(height, 2))
    guard frame.width > 0, frame.height > 0 else { return frame }
    if frame.height == 2, let ceiling { drawAbove(ceiling, on: &frame) }
    for (x, bin) in cells.enumerated() {
      guard let bin, !bin.isUntold else { continue }
      frame[x, frame.height - 1] = cell(bin, top: ceiling ?? highest ?? 1)
    }
    return frame
  }

  private var highest: Float? { cells.compactMap { $0?.max }.filter(\.isFinite).max() }

  private func cell(_ bin: Bin, top: Float) -> Cell {
    if bin.hasNaN { return Cell(glyphs.notANumber, .alarm) }
    if bin.hasNonFinite { return Cell(glyphs.infinite, .alarm) }
    if bin.isMostlyClipped { return Cell(glyphs.fullBar, .clipped) }
    let most = ceiling == nil ? 8 : 7
    return Cell(glyphs.level(of: bin.max / top, among: most), .curve)
  }

  /// The upper row: how far each column rises above the ceiling, and the ceiling elsewhere.
  private func drawAbove(_ ceiling: Float, on frame: inout Frame) {
    let rise = (highest ?? ceiling) - ceiling
    frame.fill(x: 0, y: 0, width: frame.width, height: 1, glyphs.ceiling, .dim)
    for (x, bin) in cells.enumerated() {
      guard let bin, bin.max > ceiling else { continue }
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
