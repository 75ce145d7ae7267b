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

  private var excerpt: SwiftExcerpt? {
    switch stage.detour {
    case .none: stage.live.map { SwiftExcerpt.of($0.move, run.hyperparameters.optimizer) }
    case .running, .done, .sampling, .sampled: .detour
    case .checked: .check
    }
  }
}
