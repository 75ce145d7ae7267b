/// What the classes of a map look like, each told by its character and by its colour.
struct Ground {
  private let fog: Cell
  private let fills: [Unicode.Scalar]

  init(_ characters: PlotCharacters) {
    switch characters {
    case .ascii: (fog, fills) = (Cell("~", .dim), [" ", ".", ":"])
    case .block: (fog, fills) = (Cell("░", .dim), [" ", "·", "╱"])
    case .braille: (fog, fills) = (Cell("⢕", .dim), [" ", "⠂", "⠒"])
    }
  }

  /// A place of a class, or in fog.
  func cell(of kind: Int?) -> Cell {
    guard let kind else { return fog }
    return Cell(fills[kind % fills.count], Self.grounds[kind % Self.grounds.count])
  }

  static func cell(of point: MapPlot.Point) -> Cell {
    let kind = point.kind % capitals.count
    return switch point.state {
    case .known: Cell(letters[kind], classes[kind])
    case .right: Cell(capitals[kind], grounds[kind])
    case .wrong: Cell(capitals[kind], .alarm)
    }
  }

  /// `a    b ..  c ::  ~~ unsure`
  var legend: Line {
    let kinds = fills.indices.flatMap { kind in
      let fill = String(fills[kind])
      return [
        Line.Span("\(Self.letters[kind])", Self.classes[kind]), Line.Span(" "),
        Line.Span(fill + fill, Self.grounds[kind]), Line.Span("  "),
      ]
    }
    return Line(kinds + [Line.Span("\(fog.glyph)\(fog.glyph)", fog.role), Line.Span(" unsure")])
  }

  private static let letters: [Unicode.Scalar] = ["a", "b", "c"]
  private static let capitals: [Unicode.Scalar] = ["A", "B", "C"]
  private static let classes: [Role] = [.classA, .classB, .classC]
  private static let grounds: [Role] = [.groundA, .groundB, .groundC]
}
