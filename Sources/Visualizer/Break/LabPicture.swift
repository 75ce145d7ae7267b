internal import Canvas
internal import Moves

/// In the room that a page about breaking the loop leaves: the run's curve, and beside it the code of
/// the loop that the page is about.
struct LabPicture {
  var app: App
  /// Whose code is shown; nil for none.
  var run: RunFacts?

  static let fewestRows = 8
  private static let codeColumns = 36

  /// Draws below this row, where there is room.
  func draw(on frame: inout Frame, below row: Int) {
    let height = frame.height - row - 1
    guard height >= Self.fewestRows else { return }
    let code = code(columns: frame.width, rows: height)
    let beside = code == nil ? 0 : Self.codeColumns + Layout.gap
    guard app.run.history.lastLoss != nil else {
      if let code { frame.place(code, x: 0, y: row + 1) }
      return
    }
    let chart = LossView(app: app).frame(width: frame.width - beside, height: height)
    frame.place(chart, x: 0, y: row + 1)
    guard let code else { return }
    let left = frame.width - Self.codeColumns
    frame.verticalRule(x: left - 2, y: row + 1, height: height, glyphs: app.glyphs)
    frame.place(code, x: left, y: row + 1)
  }

  /// Nil where there is no room for every line.
  private func code(columns: Int, rows: Int) -> Frame? {
    guard let run, columns >= 2 * Self.codeColumns + Layout.gap,
      TrainingLoop(run).lines.count < rows
    else { return nil }
    return CodePanel(run: run, stage: app.run.stage.bare, glyphs: app.glyphs)
      .frame(width: Self.codeColumns, height: rows)
  }
}

extension App {
  /// The run as the mistake would change it from here on.
  func run(with breakage: Breakage) -> RunFacts {
    guard let chosen = run.facts.hyperparameters else { return run.facts }
    let loop = Loop(recipe: run.facts.recipe, hyperparameters: chosen)
    let broken = breakage.loops(of: loop, from: breakingStep).broken
    var facts = run.facts
    (facts.recipe, facts.hyperparameters) = (broken.recipe, broken.hyperparameters)
    return facts
  }

  /// The boxes of a loop before it runs, where those of the lesson stand.
  func draw(_ recipe: Recipe, on frame: inout Frame, y: Int) {
    let preview = PipelineView(
      slots: PipelineSlots(recipe).slots, stage: run.stage.bare, glyphs: glyphs)
    frame.place(preview.boxes(width: frame.width, margin: 0), x: 0, y: y)
  }
}
