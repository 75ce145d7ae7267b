/// What of a chart has room at a size: the plot first, then its scales.
struct ChartLayout {
  /// Columns left of the plot: labels, a blank and the axis.
  let gutter: Int
  let columns: Int
  let rows: Int
  /// The rows below the plot, where there is room for them: clipped steps, strips, the axis.
  let clipRow: Int?
  let stripRows: Range<Int>
  let axisRow: Int?

  static let widestLabel = 8

  static func plotRows(height: Int, strips: Int) -> Int {
    height - (height >= 5 ? 2 + shown(strips, height) : 0)
  }

  private static func shown(_ strips: Int, _ height: Int) -> Int {
    height >= 6 + strips ? strips : 0
  }

  init(width: Int, height: Int, strips: Int, labels: [String]) {
    let widest = min(labels.map(\.count).max() ?? 0, Self.widestLabel)
    gutter = width >= 16 ? max(widest, 4) + 2 : 0
    columns = max(width - gutter, 0)
    rows = Self.plotRows(height: height, strips: strips)
    clipRow = height >= 5 ? rows : nil
    stripRows = rows + 1..<rows + 1 + Self.shown(strips, height)
    axisRow = height >= 5 ? height - 1 : nil
  }
}
