internal import Canvas
internal import Moves

/// The screen for the back row of a room: five large boxes, one sentence, and the curve or the panel
/// that was called for.
struct BigScreen {
  var app: App

  static let smallest = (width: 60, height: 16)
  /// Moves take two; what a run came to may take more of the picture's room.
  static let mostLines = 4

  static func fits(width: Int, height: Int) -> Bool {
    width >= smallest.width && height >= smallest.height
  }

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let boxHeight = min(max(height / 3, 6), BigBox.tallest)
    writeHeader(on: &frame)
    frame.place(boxes(width: width, height: boxHeight), x: 0, y: 1)
    let lines = Paragraph(sentence.text, .strong).lines(
      columns: width - 2, atMost: Self.mostLines, app.glyphs)
    for (row, line) in lines.enumerated() { frame.write(line, x: 1, y: 1 + boxHeight + row) }
    let top = boxHeight + 1 + max(lines.count, 2)
    frame.place(picture(width: width - 2, height: height - top - 1), x: 1, y: top)
    writeFooter(on: &frame)
    return frame
  }

  private var sentence: BigSentence {
    BigSentence(
      stage: app.stage, ending: app.ending,
      divergence: app.divergence?.moment == app.now ? app.divergence : nil)
  }

  private func picture(width: Int, height: Int) -> Frame {
    guard app.panels.isInFront, let panel = app.panels.shown(in: 1).first else {
      return LossView(app: app).frame(width: width, height: height)
    }
    return app.inPanels.panelFrame(panel, width: width, height: height)
  }

  private func writeHeader(on frame: inout Frame) {
    let header = HeaderView(app: app, isShort: true)
    frame.place(header.frame(width: frame.width), x: 0, y: 0)
  }

  private func boxes(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let slots = PipelineSlots(app.run.recipe).slots
    let count = slots.count
    let inner = (width - 2 - (count - 1)) / count
    let boxWidth = inner > BigBox.narrowest ? inner : (width - (count - 1)) / count
    var x = (width - count * boxWidth - count + 1) / 2
    for slot in slots {
      let box = BigBox(slot: slot, app: app)
      frame.place(box.frame(width: boxWidth, height: height), x: x, y: 0)
      x += boxWidth + 1
    }
    return frame
  }

  private func writeFooter(on frame: inout Frame) {
    frame.place(app.footer.frame(width: frame.width), x: 0, y: frame.height - 1)
  }
}
