internal import Canvas
internal import Moves

/// The ways to go on when the loop is broken.
struct MendView {
  var app: App

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    guard let broken = app.run.broken else { return frame }
    var row = frame.write(
      Paragraph(
        "The loop has been broken since step \(broken.start). \(broken.breakage.change)"),
      x: 0, y: 1, width: width, glyphs: app.glyphs)
    for (key, words) in choices(broken) {
      row += 1
      frame.write(key, x: 0, y: row, .key)
      row = frame.write(Paragraph(words), x: 3, y: row, width: width - 3, glyphs: app.glyphs)
    }
    LabPicture(app: app).draw(on: &frame, below: row)
    return frame
  }

  private func choices(_ broken: Broken) -> [(String, String)] {
    [
      (
        "1",
        "Mend it and go on from here, with the parameters that the broken loop has left. The "
          + "curve keeps what it did."
      ),
      (
        "2",
        "Mend it and go back to step \(broken.start), before it was broken: parameters, gradients "
          + "and optimizer are what they were then."
      ),
      ("3", "Read what has happened so far."),
    ]
  }
}
