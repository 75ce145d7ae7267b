internal import Canvas
internal import Moves

/// What the counters of a run say is wrong with its loop.
struct SignsPanel {
  var signs: [Sign]

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let title = signs.count == 1 ? "a mistake in the loop" : "mistakes in the loop"
    frame.write(title, x: 0, y: 0, .alarm)
    var row = 1
    for sign in signs {
      row = frame.write(Paragraph(sign.words), x: 1, y: row, width: width - 1) + 1
    }
    return frame
  }
}
