internal import Canvas
internal import Moves

/// The boxes of the loop, or one line where there is no room for boxes.
struct PipelineView {
  var slots: [PipelineSlots.Slot]
  var stage: Stage
  var glyphs: Glyphs

  /// The step after which no other is planned.
  var lastStep: Int?

  static let gap = 2

  /// Off the road the side road stands here.
  var detour: DetourView?

  /// - Parameter margin: columns to both sides, which narrow boxes take too.
  func boxes(width: Int, margin: Int = 1) -> Frame {
    if let detour { return detour.boxes(width: width) }
    var frame = Frame(width: width, height: 5)
    let count = slots.count
    let hasArrows = (width - 2 * margin - Self.gap * (count - 1)) / count >= MoveBox.narrowest
    let gap = hasArrows ? Self.gap : 0
    let room = width - (hasArrows ? 2 * margin : 0) - gap * (count - 1)
    let boxWidth = room / count
    guard boxWidth >= MoveBox.narrowest else {
      frame.place(line(width: width), x: 0, y: 2)
      return frame
    }
    // What is left over makes the first boxes wider, so that both edges are those of the panels.
    let wider = room % count
    var x = hasArrows ? margin : 0
    for (place, slot) in slots.enumerated() {
      let width = boxWidth + (place < wider ? 1 : 0)
      let box = MoveBox(
        slot: slot, stage: stage, glyphs: glyphs, width: width,
        isPadded: boxWidth >= MoveBox.narrowestPadded, lastStep: lastStep)
      frame.place(box.frame, x: x, y: 0)
      x += width
      if hasArrows, place < count - 1 { frame.write(glyphs.arrow, x: x, y: 2, .dim) }
      x += gap
    }
    return frame
  }

  func line(width: Int) -> Frame {
    if let detour { return detour.line(width: width) }
    var frame = Frame(width: width, height: 1)
    frame.write(lines, x: 1, y: 0, glyphs)
    return frame
  }

  /// All moves by number and name; by name; or the live one by name and the others by number.
  private var lines: [Line] {
    [
      line { "\($0.move.number) \($0.move.name)" }, line { $0.move.name },
      line { stage.isLive($0) ? "\($0.move.number) \($0.move.name)" : "\($0.move.number)" },
    ]
  }

  /// What is left out stands in brackets.
  private func line(_ name: (PipelineSlots.Slot) -> String) -> Line {
    Line(
      slots.map { slot in
        let text = slot.index == nil ? "(\(name(slot)))" : name(slot)
        return Line.Span(" \(text) ", stage.isLive(slot) ? .lit : .dim)
      })
  }
}
