/// What of a chart has room at a size: the plot first, then its scales.
struct ChartLayout {
  /// Columns left of the plot: labels, a blank and the axis.
  let gutter: Int
  let columns: Int
  let rows: Int
  /// The rows below the plot, where there is room for them.
  let clipRow: Int?
  let axisRow: Int?
  let labelRow: Int?

  static let widestLabel = 8

  static func plotRows(height: Int) -> Int {
    height - (height >= 9 ? 3 : height >= 5 ? 2 : 0)
  }

  init(width: Int, height: Int, labels: [String]) {
    let widest = min(labels.map(\.count).max() ?? 0, Self.widestLabel)
    gutter = width >= 16 ? max(widest, 4) + 2 : 0
    columns = max(width - gutter, 0)
    rows = Self.plotRows(height: height)
    clipRow = height >= 9 ? rows : nil
    axisRow = height >= 5 ? height - 2 : nil
    labelRow = height >= 5 ? height - 1 : nil
  }
}
