/// A series in the cells of a chart: what each cell column holds of it.
struct StepCells {
  private(set) var bins: [Bin?]
  /// The dot column of the last step in each cell column.
  private(set) var lastColumn: [Int?]
  /// The first steps, where the first cell holds more than those.
  private let beginning: Bin?
  /// Cells up to here hold steps before the first that is known.
  private let unknown: Int

  init(_ series: Bins, _ scale: StepScale, dotsAcross: Int) {
    let width = (scale.dotColumns + dotsAcross - 1) / dotsAcross
    bins = Array(repeating: nil, count: width)
    lastColumn = Array(repeating: nil, count: width)
    for (column, bin) in scale.columns(of: series).enumerated() {
      guard let bin, !bin.isUntold || bin.clippedCount > 0 else { continue }
      let cell = column / dotsAcross
      if bins[cell] == nil { bins[cell] = bin } else { bins[cell]?.merge(bin) }
      lastColumn[cell] = column
    }
    let untold = series.bins.prefix { $0.isUntold }.reduce(0) { $0 + $1.count }
    unknown = untold > 0 ? scale.column(ofStep: untold) / dotsAcross + 1 : 0
    let first = bins.first.flatMap { $0 }?.count ?? 0
    beginning = first > series.beginning.count ? series.beginning.merged : nil
  }

  func isMarked(_ cell: Int) -> Bool { (bins[cell]?.clippedCount ?? 0) > 0 }

  /// At least half of the steps: rarely must not look like often.
  func isMostly(_ cell: Int) -> Bool { bins[cell]?.isMostlyClipped ?? false }

  /// The first steps by themselves, where most were clipped but the first cell holds so many more
  /// that its share is small: however long the run, they are seen.
  var clippedBeginning: Bin? {
    guard let beginning, beginning.isMostlyClipped, !isMostly(0) else { return nil }
    return beginning
  }

  /// Every cell from the first step that is known to the last: where steps stand apart, each reaches
  /// back to the one before.
  var filled: [Bin?] {
    var filled = bins
    var next: Bin?
    for cell in bins.indices.reversed() where cell >= unknown {
      next = bins[cell] ?? next
      filled[cell] = next
    }
    return filled
  }
}

extension [Bin] {
  fileprivate var merged: Bin? {
    guard var merged = first else { return nil }
    for bin in dropFirst() { merged.merge(bin) }
    return merged
  }
}
