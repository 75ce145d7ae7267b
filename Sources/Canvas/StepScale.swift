/// Which dot column a training step stands in: several columns a step at first, then one, then
/// several steps a column; always by powers of two, so that the picture seldom moves.
struct StepScale {
  let dotColumns: Int
  /// Dot columns from one step to the next, while a column holds one step.
  let stretch: Int
  /// Steps in a dot column.
  let size: Int

  private static let mostCellsApart = 4

  init(series: [Bins], dotColumns: Int, dotsAcross: Int) {
    let dotColumns = max(dotColumns, 1)
    let count = series.reduce(1) { max($0, $1.count) }
    var size = series.reduce(1) { max($0, $1.size) }
    while (count + size - 1) / size > dotColumns { size *= 2 }
    var stretch = size == 1 ? Self.mostCellsApart * dotsAcross : 1
    while stretch > 1, count * stretch > dotColumns { stretch /= 2 }
    (self.dotColumns, self.stretch, self.size) = (dotColumns, stretch, size)
  }

  func column(ofBin index: Int) -> Int { (index + 1) * stretch - 1 }

  /// Steps count from 1; step 0, before all training, stands on the axis at column -1.
  func column(ofStep step: Int) -> Int {
    step > 0 ? column(ofBin: (step - 1) / size) : -1
  }

  /// The last step that has a place.
  var capacity: Int { dotColumns / stretch * size }
}
