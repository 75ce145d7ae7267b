internal import Canvas
internal import Moves

/// The mistakes to choose from, a line each, and below them what the chosen one changes.
struct BreakListView {
  var app: App
  var choice: Int

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let rows = max(height - Self.detailRows - 1, 1)
    let first = min(max(choice - rows + 1, 0), BreakPage.rows)
    for row in first..<min(first + rows, BreakPage.rows) {
      write(row, on: &frame, y: row - first)
    }
    frame.cursor = Frame.Place(x: 2, y: choice - first)
    let top = min(rows, BreakPage.rows) + (height > 26 ? 2 : 1)
    frame.write(Paragraph(detail), x: 0, y: top, width: width)
    if height - top > 11, let recipe {
      let preview = PipelineView(recipe: recipe, stage: app.stage.bare, glyphs: app.glyphs)
      frame.place(preview.boxes(width: width), x: 0, y: top + 4)
    }
    return frame
  }

  private static let detailRows = 3

  private var chosen: Breakage? { choice < Breakage.all.count ? Breakage.all[choice] : nil }

  private var recipe: Recipe? {
    let loop = Loop(recipe: app.run.recipe, hyperparameters: app.run.hyperparameters)
    return chosen?.loops(of: loop, from: app.breakingStep).broken.recipe
  }

  private func write(_ row: Int, on frame: inout Frame, y: Int) {
    let isChosen = row == choice
    if isChosen { frame.write(app.glyphs.live, x: 0, y: y, .strong) }
    guard row < Breakage.all.count else {
      frame.write("a loop of your own", x: 2, y: y, isChosen ? .lit : .text)
      frame.write("reorder, remove or repeat any of the five moves", x: 28, y: y, .dim)
      return
    }
    let breakage = Breakage.all[row]
    let isPossible = app.objection(to: breakage) == nil
    frame.write(breakage.name, x: 2, y: y, isChosen ? .lit : isPossible ? .text : .dim)
    frame.write(isPossible ? breakage.brief : "not in this run", x: 28, y: y, .dim)
  }

  private var detail: Line {
    guard let chosen else {
      return Line("The program says what it expects to go wrong, before and after.")
    }
    guard let objection = app.objection(to: chosen) else { return Line(chosen.change) }
    return Line("It would change nothing here: \(objection).", .alarm)
  }
}
