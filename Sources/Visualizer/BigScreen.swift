internal import Canvas
internal import Moves

/// The screen for the back row of a room: five large boxes, one sentence, and the curve or the panel
/// that was called for.
struct BigScreen {
  var app: App

  static let smallest = (width: 60, height: 16)
  /// Moves take two lines; what a run came to may take more, and leaves the picture so many rows.
  static let leastPicture = 4

  static func fits(width: Int, height: Int) -> Bool {
    width >= smallest.width && height >= smallest.height
  }

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let boxHeight = Self.boxHeight(of: height)
    frame.place(HeaderView(app: app, isShort: true).frame(width: width), x: 0, y: 0)
    frame.place(boxes(width: width, height: boxHeight), x: 0, y: 1)
    let most = height - boxHeight - 2 - Self.leastPicture
    let text = sentence.forms(app.glyphs).fitting(columns: width - 2, rows: most)
    let lines = Paragraph(text, .strong).lines(columns: width - 2, atMost: most, app.glyphs)
    frame.write(rows: lines, x: 1, y: 1 + boxHeight)
    let top = boxHeight + 1 + max(lines.count, 2)
    frame.place(picture(width: width - 2, height: height - top - 1), x: 1, y: top)
    app.placeFooter(on: &frame)
    return frame
  }

  private var sentence: BigSentence {
    BigSentence(
      stage: app.run.stage, ending: app.ending, batchName: app.run.facts.batchName,
      lossName: app.run.facts.lossName, tellsModes: app.run.facts.tellsModes,
      isInClass: app.isInAnyClass, divergence: app.divergenceHere)
  }

  private func picture(width: Int, height: Int) -> Frame {
    guard app.panels.isInFront, let panel = app.panels.shown(in: 1).first else {
      return LossView(app: app).frame(width: width, height: height)
    }
    return app.inPanels.panelFrame(panel, width: width, height: height)
  }

  /// No taller than what stands in them needs.
  private static func boxHeight(of height: Int) -> Int {
    let tall = min(height / 3, BigBox.tallest)
    return tall >= BigBox.fewestRows + 2 ? tall : 5
  }

  /// From the left edge of the picture under them to its right, or where that is too narrow from edge
  /// to edge, one column apart; their letters are equally large, also where some are a column wider.
  private func boxes(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let slots = PipelineSlots(app.run.facts).slots
    let gaps = slots.count - 1
    let margin = (width - 2 - gaps) / slots.count > BigBox.narrowest ? 1 : 0
    let room = width - 2 * margin - gaps
    let (boxWidth, spare) = room.quotientAndRemainder(dividingBy: slots.count)
    var x = margin
    for (place, slot) in slots.enumerated() {
      let box = BigBox(slot: slot, app: app, columns: boxWidth - 2)
        .frame(width: boxWidth + (place < spare ? 1 : 0), height: height)
      frame.place(box, x: x, y: 0)
      x += box.width + 1
    }
    return frame
  }
}
