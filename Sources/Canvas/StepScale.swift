/// Which dot column a training step stands in: several columns a step at first, then one, then
/// several steps a column; the axis doubles, so that the picture seldom moves, until it reaches the
/// end of the run.
struct StepScale {
  let dotColumns: Int
  /// The last step that has a place.
  let capacity: Int
  /// The dot columns that the steps up to there take.
  private let used: Int

  private static let mostCellsApart = 4

  /// - Parameter end: the step that the run ends with, where that is known.
  init(count: Int, end: Int? = nil, dotColumns: Int, dotsAcross: Int) {
    let (dotColumns, count) = (max(dotColumns, 1), max(count, 1))
    var size = 1
    while (count + size - 1) / size > dotColumns { size *= 2 }
    var stretch = size == 1 ? Self.mostCellsApart * dotsAcross : 1
    while stretch > 1, count * stretch > dotColumns { stretch /= 2 }
    let doubled = dotColumns / stretch * size
    let isEnding = end.map { count <= $0 && $0 < doubled } ?? false
    self.dotColumns = dotColumns
    capacity = isEnding ? max(end ?? 1, 1) : doubled
    used = isEnding ? dotColumns : dotColumns / stretch * stretch
  }

  /// Steps count from 1; step 0, before all training, stands on the axis at column -1.
  func column(ofStep step: Int) -> Int {
    step > 0 ? (step * used + capacity - 1) / capacity - 1 : -1
  }

  /// How many dot columns so many steps take, and what part of another.
  func columns(across steps: Int) -> Double { Double(steps) * Double(used) / Double(capacity) }

  /// The step whose stretch of columns holds this one.
  func step(ofColumn column: Int) -> Int {
    min(max(((column + 1) * capacity + used - 1) / used, 1), capacity)
  }

  /// The bins of a series in their columns; those that share one are merged.
  func columns(of series: Bins) -> [Bin?] {
    var columns: [Bin?] = Array(repeating: nil, count: dotColumns)
    for (index, bin) in series.bins.enumerated() {
      let x = column(ofStep: min((index + 1) * series.size, series.count))
      guard columns.indices.contains(x) else { continue }
      if columns[x] == nil { columns[x] = bin } else { columns[x]?.merge(bin) }
    }
    return columns
  }
}
