/// The parts of a picture of a frame, in the order in which they are drawn.
struct SVG {
  let frame: Frame
  let theme: Theme

  static let margin = 9
  static let (cellWidth, cellHeight) = (9, 18)
  /// Of 0.6 times their size, as the cells are: where a program cannot place each character, the
  /// columns still nearly agree.
  static let fonts =
    "DejaVu Sans Mono, Menlo, Liberation Mono, Cascadia Mono, Consolas, Courier New, monospace"
  private static let baseline = 14

  var size: (width: Int, height: Int) {
    (
      frame.width * Self.cellWidth + 2 * Self.margin,
      frame.height * Self.cellHeight + 2 * Self.margin
    )
  }

  private var rows: [[Cell]] { (0..<frame.height).map { frame.row($0, width: frame.width) } }

  /// One path a colour, so that no seam shows between neighbours.
  var grounds: String {
    var paths = Layers()
    for (y, row) in rows.enumerated() {
      var x = 0
      while x < row.count {
        let ground = look(row[x]).ground
        let end = row[x...].firstIndex { look($0).ground != ground } ?? row.count
        if let ground {
          paths.add(
            "M\(x * Self.cellWidth) \(y * Self.cellHeight)h\((end - x) * Self.cellWidth)"
              + "v\(Self.cellHeight)h\((x - end) * Self.cellWidth)z", to: "fill=\"\(ground.hex)\"")
        }
        x = end
      }
    }
    return paths.text
  }

  /// What is drawn in the cells, again one path a colour.
  var shapes: String {
    var paths = Layers()
    for (y, row) in rows.enumerated() {
      for (x, cell) in row.enumerated() {
        guard let shape = CellShape(cell.glyph) else { continue }
        let start = "M\(x * Self.cellWidth) \(y * Self.cellHeight)"
        let ink = look(cell).ink.hex
        switch shape {
        case .stroke(let path): paths.add(start + path, to: "fill=\"none\" stroke=\"\(ink)\"")
        case .fill(let path): paths.add(start + path, to: "fill=\"\(ink)\"")
        case .shade(let density):
          paths.add(
            start + "h9v18h-9z", to: "fill=\"\(ink)\" fill-opacity=\"\(density.short)\"")
        }
      }
    }
    return paths.text
  }

  var texts: String {
    rows.enumerated().flatMap { y, row in TextRun.runs(in: row, y: y) }.map(text).joined()
  }

  private func text(_ run: TextRun) -> String {
    let look = Look(run.role, in: theme)
    let places = run.characters.map { "\($0.x * Self.cellWidth)" }.joined(separator: " ")
    var words = String.UnicodeScalarView()
    words.append(contentsOf: run.characters.map(\.glyph))
    let weight = look.isBold ? " font-weight=\"bold\"" : ""
    return "<text x=\"\(places)\" y=\"\(run.y * Self.cellHeight + Self.baseline)\" "
      + "fill=\"\(look.ink.hex)\"\(weight)>\(String(words).escaped)</text>\n"
  }

  private func look(_ cell: Cell) -> Look { Look(cell.role, in: theme) }
}

/// Paths by how they are painted, in the order in which they first came.
private struct Layers {
  private var paths: [(paint: String, path: String)] = []

  mutating func add(_ path: String, to paint: String) {
    if let place = paths.firstIndex(where: { $0.paint == paint }) {
      paths[place].path += path
    } else {
      paths.append((paint, path))
    }
  }

  var text: String { paths.map { "<path \($0.paint) d=\"\($0.path)\"/>\n" }.joined() }
}
