internal import Canvas
internal import Moves

/// The words of the field, those of the live move first.
struct WordsPanel {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let end = frame.write("words", x: 0, y: 0, .strong)
    frame.write("(\(app.glossary.move.name) first)", x: end + 1, y: 0, .dim)
    app.markListener(.words, on: &frame)
    var row = 1
    let optimizer = app.run.facts.settings.optimizer?.kind
    for word in app.glossary.words(optimizer).dropFirst(app.glossary.first) {
      let lines = Paragraph(Line(word.term, .strong) + Line(": \(word.meaning)"))
        .lines(columns: width - 1)
      guard row + lines.count <= height else { break }
      frame.write(rows: lines, x: 1, y: row)
      row += lines.count
    }
    return frame
  }
}
