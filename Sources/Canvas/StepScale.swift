/// Which dot column a step stands in: several columns a step at first, then one, then several
/// steps a column, always by powers of two, so that the picture seldom moves.
struct StepScale {
  let bins: Bins
  /// Dot columns that one bin takes.
  let stretch: Int
  let dotColumns: Int

  private static let mostStretch = 8

  init(series: Bins, dotColumns: Int) {
    self.dotColumns = dotColumns
    bins = series.merged(to: dotColumns)
    var stretch = bins.size == 1 ? Self.mostStretch : 1
    while stretch > 1, max(bins.bins.count, 8) * stretch > dotColumns { stretch /= 2 }
    self.stretch = stretch
  }

  func column(ofBin index: Int) -> Int { index * stretch }

  func column(ofStep step: Int) -> Int {
    column(ofBin: max(step - 1, 0) / bins.size)
  }

  /// Steps that fit on the screen at this scale.
  var capacity: Int { dotColumns / stretch * bins.size }

  /// The first step, then round ones about every ten cells.
  func labelledSteps(across: Int) -> [Int] {
    let cells = max(dotColumns / across, 1)
    let rough = Double(capacity) * 10 / Double(cells)
    let step = max(Int(Axis.niceStep(rough)), 1)
    return [1] + stride(from: step, through: capacity, by: step).filter { $0 > 1 }
  }
}
