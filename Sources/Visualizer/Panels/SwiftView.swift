internal import Canvas
internal import Moves

/// What this program itself ran for the live move: where it stands, the lines, what they say.
struct SwiftView {
  var stage: Stage
  var run: RunFacts

  func lines(columns: Int) -> [Line] {
    guard let excerpt else { return [] }
    let title = Line("our Swift", .strong) + Line("  \(excerpt.file)", .dim)
    return Paragraph(title).lines(columns: columns) + code(excerpt, columns)
  }

  /// With a sentence on what the lines say.
  func explained(columns: Int) -> [Line] {
    guard let excerpt else { return [] }
    return Paragraph(excerpt.file, .dim).lines(columns: columns)
      + code(excerpt, columns) + [Line()] + Paragraph(excerpt.says).lines(columns: columns)
  }

  private func code(_ excerpt: SwiftExcerpt, _ columns: Int) -> [Line] {
    excerpt.lines.flatMap { line in
      let pieces = Paragraph(line).lines(columns: columns - 4)
      return pieces.enumerated().map { Line($0 == 0 ? "  " : "    ") + $1 }
    }
  }

  /// None for a run that another program makes.
  private var excerpt: SwiftExcerpt? {
    guard let optimizer = run.hyperparameters?.optimizer else { return nil }
    switch stage.detour {
    case .none: return stage.live.map { SwiftExcerpt.of($0.move, optimizer) }
    case .running, .done, .sampling, .sampled: return .detour
    case .checked: return .check
    }
  }
}
