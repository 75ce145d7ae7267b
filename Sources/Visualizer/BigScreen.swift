internal import Canvas
internal import Moves

/// The screen for the back row of a room: five large boxes, one sentence, the curve.
struct BigScreen {
  var app: App

  static let smallest = (width: 60, height: 16)

  static func fits(width: Int, height: Int) -> Bool {
    width >= smallest.width && height >= smallest.height
  }

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let boxHeight = min(max(height / 3, 6), 9)
    writeHeader(on: &frame)
    frame.place(boxes(width: width, height: boxHeight), x: 0, y: 1)
    let sentence = BigSentence(stage: app.stage, ending: app.ending).text
    for (row, line) in wrap(sentence, width: width - 2).prefix(2).enumerated() {
      frame.write(line, x: 1, y: 1 + boxHeight + row, .strong)
    }
    let top = boxHeight + 3
    let curve = LossView(app: app).frame(width: width - 2, height: height - top - 1)
    frame.place(curve, x: 1, y: top)
    writeFooter(on: &frame)
    return frame
  }

  private func writeHeader(on frame: inout Frame) {
    frame.write(app.run.lesson.name, x: 1, y: 0, .strong)
    let steps = "step \(app.completedSteps) / \(app.run.hyperparameters.steps)"
    frame.write(steps, x: frame.width - steps.count - 1, y: 0, .strong)
  }

  private func boxes(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let slots = PipelineSlots(app.run.recipe).slots
    let count = slots.count
    let boxWidth = min((width - count + 1) / count, 24)
    var x = (width - count * boxWidth - count + 1) / 2
    for slot in slots {
      let box = BigBox(slot: slot, stage: app.stage, glyphs: app.glyphs)
      frame.place(box.frame(width: boxWidth, height: height), x: x, y: 0)
      x += boxWidth + 1
    }
    return frame
  }

  private func writeFooter(on frame: inout Frame) {
    let footer = FooterView(
      glyphs: app.glyphs, remark: app.options.remark, isBroken: app.broken != nil)
    frame.place(footer.frame(width: frame.width), x: 0, y: frame.height - 1)
  }
}
