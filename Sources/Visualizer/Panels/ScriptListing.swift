internal import Canvas
internal import Moves

/// The lines of a person's own script that make the moves, as far as the step has shown them.
struct ScriptListing {
  /// In the order of the file.
  let lines: [SourceLine]
  let live: SourceLine?

  /// Nil where the script does not show its moves: a library makes them, or nothing is told.
  init?(_ stage: Stage) {
    let sources = stage.sources
    guard let file = sources.first?.file else { return nil }
    lines = Set(sources.filter { $0.file == file }).sorted { $0.line < $1.line }
    live = stage.detour == .none ? stage.live?.source : nil
    if lines.count < Self.fewest { return nil }
  }

  /// With fewer lines than that the loop is a library's.
  private static let fewest = 3

  var title: String { lines.first.map { "\($0.file), its own loop" } ?? "" }

  /// A row of dots stands for the lines of the file between two, where there is room.
  func rows(columns: Int, height: Int) -> [Row] {
    var rows: [Row] = []
    for (place, line) in lines.enumerated() {
      let isGap = place > 0 && line.line > lines[place - 1].line + 1
      if isGap { rows.append(.gap) }
      rows.append(.line(line))
    }
    let taken = rows.reduce(0) { taken, row in
      guard case .line(let line) = row else { return taken + 1 }
      return taken + pieces(of: line, columns: columns, .text).count
    }
    return taken <= height ? rows : lines.map { .line($0) }
  }

  /// A line too long for the panel goes on below, a little further in.
  func pieces(of line: SourceLine, columns: Int, _ role: Role) -> [Line] {
    Paragraph(line.text, role).lines(columns: columns - 2).enumerated().map { place, piece in
      place == 0 ? piece : Line("  ") + piece
    }
  }

  enum Row: Equatable {
    case line(SourceLine)
    case gap
  }

  /// Columns that the largest number takes.
  var numberWidth: Int { String(lines.last?.line ?? 0).count }
}
