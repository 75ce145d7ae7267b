/// A connected curve over bins: each bin reaches from its least to its largest value.
struct Curve {
  let bins: Bins
  let scale: StepScale
  let axis: Axis

  func draw(on grid: inout DotGrid) {
    var last: (x: Int, y: Int)?
    for (index, bin) in bins.bins.enumerated() where bin.last.isFinite {
      let role: Role = bin.isMostlyClipped ? .clipped : .curve
      let x = scale.column(ofBin: index)
      let here = (x: x, y: dotRow(bin.last, grid))
      if let last { grid.line(from: last, to: here, last.x == x ? role : .curve) }
      grid.fill(x: x, from: dotRow(bin.max, grid), to: dotRow(bin.min, grid), role)
      last = here
    }
  }

  private func dotRow(_ value: Float, _ grid: DotGrid) -> Int {
    Self.row(of: axis.share(value), rows: grid.dotRows)
  }

  /// The row, counted from the top, of a share counted from the bottom.
  static func row(of share: Double, rows: Int) -> Int {
    min(max(Int(((1 - share) * Double(rows - 1)).rounded()), 0), rows - 1)
  }
}
