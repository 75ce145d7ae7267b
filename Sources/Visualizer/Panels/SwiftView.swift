internal import Canvas
internal import Moves

/// What this program itself ran for the live move: where it stands, and the lines.
struct SwiftView {
  var stage: Stage
  var run: RunFacts
  var glyphs: Glyphs

  func lines(columns: Int) -> [Line] {
    guard let excerpt else { return [] }
    let title = Line("our Swift", .strong) + Line("  \(excerpt.file)", .dim)
    let code = excerpt.lines.flatMap { Paragraph($0).lines(columns: columns - 2) }
    return Paragraph(title).lines(columns: columns) + code.map { Line("  ") + $0 }
  }

  private var excerpt: SwiftExcerpt? {
    switch stage.detour {
    case .none: stage.live.map { SwiftExcerpt.of($0.move, run.hyperparameters.optimizer) }
    case .running, .done: .detour
    }
  }
}
