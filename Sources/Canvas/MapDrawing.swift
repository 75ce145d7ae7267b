/// A map at one size.
struct MapDrawing {
  let plot: MapPlot
  private(set) var frame: Frame
  private let ground: Ground

  init(_ plot: MapPlot, width: Int, height: Int) {
    self.plot = plot
    ground = Ground(plot.characters)
    frame = Frame(width: width, height: height)
    guard frame.width > 0, frame.height > 0, !plot.places.isEmpty else { return }
    drawPlaces()
    for point in plot.points { draw(point) }
  }

  private mutating func drawPlaces() {
    for y in 0..<frame.height {
      for x in 0..<frame.width { frame[x, y] = ground.cell(of: clearKind(x, y)) }
    }
  }

  /// The class that a cell shows; nil where fog lies.
  private func clearKind(_ x: Int, _ y: Int) -> Int? {
    let rows = plot.places.count / plot.columns
    let row = (2 * y + 1) * rows / (2 * frame.height)
    let column = (2 * x + 1) * plot.columns / (2 * frame.width)
    let place = plot.places[row * plot.columns + column]
    return place.certainty > Fog.depth(x: x, y: y) ? place.kind : nil
  }

  private mutating func draw(_ point: MapPlot.Point) {
    guard let x = Self.cell(of: point.x, in: plot.xRange, cells: frame.width),
      let up = Self.cell(of: point.y, in: plot.yRange, cells: frame.height)
    else { return }
    let y = frame.height - 1 - up
    if point.state == .known, clearKind(x, y) == point.kind { return }
    frame[x, y] = Ground.cell(of: point)
  }

  /// Nil for what lies outside.
  private static func cell(of value: Float, in range: ClosedRange<Float>, cells: Int) -> Int? {
    guard range.contains(value), range.lowerBound < range.upperBound else { return nil }
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    guard share.isFinite else { return nil }
    return min(Int(share * Float(cells)), cells - 1)
  }
}
