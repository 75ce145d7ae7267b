/// A drawing surface finer than the cells: each cell holds a few dots.
struct DotGrid {
  let characters: PlotCharacters
  let columns: Int
  let rows: Int
  private var bits: [UInt8]
  private var roles: [Role?]

  init(width: Int, height: Int, characters: PlotCharacters) {
    self.characters = characters
    columns = max(width, 0)
    rows = max(height, 0)
    bits = Array(repeating: 0, count: columns * rows)
    roles = Array(repeating: nil, count: columns * rows)
  }

  var dotColumns: Int { columns * characters.dots.across }
  var dotRows: Int { rows * characters.dots.down }

  /// Sets a dot; a clipped step's role is not painted over by the curve's.
  mutating func set(x: Int, y: Int, _ role: Role) {
    guard (0..<dotColumns).contains(x), (0..<dotRows).contains(y) else { return }
    let dots = characters.dots
    let cell = y / dots.down * columns + x / dots.across
    bits[cell] |= 1 << UInt8(x % dots.across + dots.across * (y % dots.down))
    if roles[cell] != .clipped { roles[cell] = role }
  }

  /// Sets the dots of a column from one row to another.
  mutating func fill(x: Int, from top: Int, to bottom: Int, _ role: Role) {
    for y in min(top, bottom)...max(top, bottom) { set(x: x, y: y, role) }
  }

  /// Draws a straight line of dots.
  mutating func line(from a: (x: Int, y: Int), to b: (x: Int, y: Int), _ role: Role) {
    let steps = max(abs(b.x - a.x), abs(b.y - a.y), 1)
    for step in 0...steps {
      let share = Double(step) / Double(steps)
      let x = Double(a.x) + share * Double(b.x - a.x)
      let y = Double(a.y) + share * Double(b.y - a.y)
      set(x: Int(x.rounded()), y: Int(y.rounded()), role)
    }
  }

  var frame: Frame {
    var frame = Frame(width: columns, height: rows)
    for cell in bits.indices where bits[cell] != 0 {
      frame[cell % columns, cell / columns] = Cell(
        characters.glyph(for: bits[cell]), roles[cell] ?? .text)
    }
    return frame
  }
}
