internal import Canvas
internal import Moves

/// A loop being put together, and what the program expects of it.
struct LoopBuilderView {
  var app: App
  var builder: LoopBuilder

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    writeMoves(on: &frame)
    var row = frame.write(Paragraph(explanation, .dim), x: 0, y: 3, width: width) + 1
    frame.write("What the program expects", x: 0, y: row, .strong)
    row += 1
    for warning in warnings where row < height {
      row = frame.write(Paragraph(warning), x: 2, y: row, width: width - 2, glyphs: app.glyphs)
    }
    let run = builder.breakage.map { app.run(with: $0) }
    if let run, Layout(width: width + 2, height: height + 2).hasBoxes, height - row > 5 {
      app.draw(run.recipe, on: &frame, y: row + 1)
      row += 6
    }
    LabPicture(app: app, run: run).draw(on: &frame, below: row)
    return frame
  }

  private func writeMoves(on frame: inout Frame) {
    let moves = [line { _ in true }, line { $0 == builder.cursor }]
      .fitting(frame.width, app.glyphs)
    frame.write(moves, x: 0, y: 1)
    if let chosen = moves.spans.firstIndex(where: { $0.role == .lit }) {
      frame.cursor = Frame.Place(x: Line(Array(moves.spans[..<chosen])).width + 1, y: 1)
    }
    if builder.moves.isEmpty { frame.write("no moves yet", x: 0, y: 1, .dim) }
  }

  /// The moves by number, and some also by name.
  private func line(isNamed: (Int) -> Bool) -> Line {
    Line(
      builder.moves.enumerated().flatMap { index, move in
        let name = isNamed(index) ? " \(move.number) \(move.name) " : " \(move.number) "
        return [Line.Span(name, index == builder.cursor ? .lit : .text), Line.Span(" ")]
      })
  }

  private var explanation: String {
    builder.isFull
      ? "There is room for \(Breakage.mostMoves) moves."
      : "The keys 1 to 5 add that move behind the chosen one, up to \(Breakage.mostMoves) in all."
  }

  private var warnings: [String] {
    guard let breakage = builder.breakage else { return ["A loop needs at least one move."] }
    return breakage.warnings(in: app)
  }
}

extension Breakage {
  /// What is expected to go wrong, a sentence each.
  func warnings(in app: App) -> [String] {
    let kinds = expectedSigns(in: app.run.facts, from: app.breakingStep)
    return kinds.isEmpty
      ? ["Nothing will go wrong: this order works as well."] : kinds.map(\.warning)
  }

  /// What it is called in a heading.
  var title: String { isByHand ? "a loop of your own" : name }
}
