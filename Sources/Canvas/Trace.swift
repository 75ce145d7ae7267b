/// A series laid out on a plot: how far from the top each dot column's values lie, in cells.
struct Trace {
  struct Column: Equatable {
    var top: Double
    var middle: Double
    var bottom: Double
    var isClipped = false
  }

  /// What of a series is drawn.
  enum Style {
    /// The line, and how far the steps of a column lie around it.
    case full
    /// The line alone.
    case line
    /// Where the steps lie, without a line through them.
    case points
  }

  var columns: [Column?]

  init(columns: [Column?]) {
    self.columns = columns
  }

  /// Each bin in its column, and a straight line between steps that stand columns apart.
  init(_ bins: Bins, _ scale: StepScale, _ axis: Axis) {
    columns = Array(repeating: nil, count: scale.dotColumns)
    var last: Int?
    for (x, bin) in scale.columns(of: bins).enumerated() {
      guard let bin, !bin.isUntold else { continue }
      columns[x] = Column(bin, axis)
      if let last, columns[x] != nil { join(last, x) }
      last = columns[x] == nil ? nil : x
    }
  }

  private mutating func join(_ first: Int, _ second: Int) {
    guard second - first > 1, let a = columns[first], let b = columns[second] else { return }
    for x in (first + 1)..<second {
      let share = Double(x - first) / Double(second - first)
      let y = a.middle + share * (b.middle - a.middle)
      columns[x] = Column(top: y, middle: y, bottom: y)
    }
  }

  func draw(on plot: inout Frame, _ characters: PlotCharacters, _ style: Style, _ role: Role) {
    switch characters {
    case .ascii: drawASCII(on: &plot, style, role)
    case .block: drawBlocks(on: &plot, style, role)
    case .braille: drawBraille(on: &plot, role)
    }
  }
}

extension Trace.Column {
  init?(_ bin: Bin, _ axis: Axis) {
    guard let mean = bin.mean else { return nil }
    let depth = { (value: Float) in Double(axis.cells) - axis.position(of: Double(value)) }
    self.init(top: depth(bin.max), middle: depth(mean), bottom: depth(bin.min))
  }
}
