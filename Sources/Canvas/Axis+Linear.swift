internal import Platform

extension Axis {
  init(linear range: ClosedRange<Double>, cells: Int, spacing: ClosedRange<Int>) {
    let (least, most) = Self.opened(range)
    let grid = Self.finestGrid(least, most, cells: cells, spacing: spacing)
    let first = Self.firstCell(least, most, grid.value, cells: cells)
    let low = (first - 0.5) * grid.value
    let ticks = Self.tickCells(from: first, every: grid.spacing, cells: cells).map { cell in
      (cell: cell, value: (first + Double(cell)) / Double(grid.spacing) * grid.step)
    }
    let labels = Self.labels(ticks.map(\.value), step: grid.step)
    self.init(
      scale: .linear, cells: cells, low: low, high: low + Double(cells) * grid.value,
      ticks: zip(ticks, labels).map { Tick(value: $0.value, cell: $0.cell, label: $1) })
  }

  /// The least values a cell, as a step of 1, 2 or 5 × 10ᵏ over a whole number of cells, at which
  /// the range fits.
  private static func finestGrid(
    _ least: Double, _ most: Double, cells: Int, spacing: ClosedRange<Int>
  ) -> (value: Double, step: Double, spacing: Int) {
    let exponent = floor(log10((most - least) / Double(cells)))
    var grids: [(value: Double, step: Double, spacing: Int)] = []
    for power in [exponent, exponent + 1, exponent + 2] {
      for lead in [1.0, 2, 5] {
        let step = power < 0 ? lead / pow(10, -power) : lead * pow(10, power)
        grids += spacing.map { (step / Double($0), step, $0) }
      }
    }
    grids.sort { ($0.value, $0.spacing) < ($1.value, $1.spacing) }
    let fitting = grids.filter { fits(least, most, $0.value, cells: cells) }
    // One tick alone does not say how much a row is.
    let told = fitting.first {
      let first = firstCell(least, most, $0.value, cells: cells)
      return tickCells(from: first, every: $0.spacing, cells: cells).count > 1
    }
    return told ?? fitting.first ?? (most - least, most - least, 1)
  }

  private static func tickCells(from first: Double, every spacing: Int, cells: Int) -> [Int] {
    (0..<cells).filter { fmod(first + Double($0), Double(spacing)) == 0 }
  }

  /// Whether the values fit when some cell's middle is a multiple of `value`.
  private static func fits(_ least: Double, _ most: Double, _ value: Double, cells: Int) -> Bool {
    let first = floor(least / value + 0.5)
    return (first + Double(cells) - 0.5) * value >= most
  }

  /// The first cell as a multiple of `value`: what is left over lies on both sides, though never
  /// below zero when no value is.
  private static func firstCell(
    _ least: Double, _ most: Double, _ value: Double, cells: Int
  ) -> Double {
    let first = floor(least / value + 0.5)
    let last = ceil(most / value - 0.5)
    let spare = max(Double(cells) - 1 - (last - first), 0)
    let lowered = first - floor(spare / 2)
    return least >= 0 ? max(lowered, 0) : lowered
  }

  /// A range wide enough to have ticks that differ.
  private static func opened(_ range: ClosedRange<Double>) -> (least: Double, most: Double) {
    let (least, most) = (range.lowerBound, range.upperBound)
    let size = max(abs(least), abs(most))
    let span = size > 0 ? max(size * 1e-3, 1e-36) : 1
    guard most - least < span else { return (least, most) }
    let margin = size > 0 ? max(size * 0.05, span) : 0.5
    return (least >= 0 ? max(least - margin, 0) : least - margin, most + margin)
  }
}
