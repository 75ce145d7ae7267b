internal import Canvas
internal import Moves

/// The mistakes to choose from, a line each, and below them what the chosen one changes.
struct BreakListView {
  var app: App
  var choice: Int

  /// Why mistakes in the loop are worth knowing: beside the heading, or where there is no room below.
  static let warning = "A wrong order rarely raises an error; training quietly fails."

  static func warnsInHeading(width: Int) -> Bool { width >= 16 + warning.count }

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    var start = 0
    if !Self.warnsInHeading(width: width) {
      start = frame.write(Paragraph(Self.warning), x: 0, y: 0, width: width)
    }
    let rows = max(height - start - Self.detailRows(width: width) - 1, 1)
    let first = min(max(choice - rows + 1, 0), BreakPage.rows)
    for row in first..<min(first + rows, BreakPage.rows) {
      write(row, on: &frame, y: start + row - first)
    }
    frame.cursor = Frame.Place(x: 2, y: start + choice - first)
    let top = start + min(rows, BreakPage.rows) + (height > 26 ? 2 : 1)
    var row = top
    for paragraph in details where row < height {
      row = frame.write(paragraph, x: 0, y: row, width: width, glyphs: app.glyphs)
    }
    guard height - row > 7 else { return frame }
    let run = chosen.map { app.run(with: $0) }
    if let run {
      app.draw(run.recipe, on: &frame, y: row + 1)
      row += 6
    }
    LabPicture(app: app, run: run).draw(on: &frame, below: row)
    return frame
  }

  /// What a mistake changes, and where it is seen best, with the key that goes there.
  private static func detailRows(width: Int) -> Int { width < 60 ? 7 : 4 }

  private var chosen: Breakage? { BreakPage.breakage(in: choice) }

  private func write(_ row: Int, on frame: inout Frame, y: Int) {
    let isChosen = row == choice
    if isChosen { frame.write(app.glyphs.live, x: 0, y: y, .strong) }
    guard let breakage = BreakPage.breakage(in: row) else {
      frame.write("a loop of your own", x: 2, y: y, isChosen ? .lit : .text)
      write("reorder, remove or repeat any of the five moves", on: &frame, y: y)
      return
    }
    let isPossible = app.objection(to: breakage) == nil
    frame.write(breakage.name, x: 2, y: y, isChosen ? .lit : isPossible ? .text : .dim)
    write(isPossible ? breakage.brief : "does not apply here", on: &frame, y: y)
  }

  /// Where a few words at least have room.
  private func write(_ brief: String, on frame: inout Frame, y: Int) {
    guard frame.width >= Self.briefX + Self.fewestColumns else { return }
    frame.write([Line(brief, .dim)], x: Self.briefX, y: y, app.glyphs)
  }

  private static let briefX = 28
  /// The longest first word, and a mark.
  private static let fewestColumns = 20

  private var details: [Paragraph] {
    guard let chosen else {
      return [
        Paragraph("The program says what it expects to go wrong, and then what did go wrong.")
      ]
    }
    let place = app.wordsOnPlace(of: chosen).map { [Paragraph($0, .dim)] } ?? []
    guard let objection = app.objection(to: chosen) else {
      return [Paragraph(chosen.change)] + place
    }
    return [Paragraph("It would change nothing here: \(objection).", .alarm)] + place
  }
}
