/// For each cell column of a chart, how many of its steps were clipped.
struct ClipCells {
  private(set) var clipped: [Int]
  private(set) var steps: [Int]
  /// The dot column of the last step in each cell column.
  private(set) var lastColumn: [Int?]

  init(_ bins: Bins, _ scale: StepScale, dotsAcross: Int) {
    let width = (scale.dotColumns + dotsAcross - 1) / dotsAcross
    clipped = Array(repeating: 0, count: width)
    steps = Array(repeating: 0, count: width)
    lastColumn = Array(repeating: nil, count: width)
    for (index, bin) in bins.merged(toSize: scale.size).bins.enumerated() {
      let column = scale.column(ofBin: index)
      clipped[column / dotsAcross] += bin.clippedCount
      steps[column / dotsAcross] += bin.count
      lastColumn[column / dotsAcross] = column
    }
  }

  func isMarked(_ cell: Int) -> Bool { clipped[cell] > 0 }

  /// At least half of the steps: rarely must not look like often.
  func isMostly(_ cell: Int) -> Bool { clipped[cell] > 0 && 2 * clipped[cell] >= steps[cell] }
}
