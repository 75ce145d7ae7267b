internal import Canvas
internal import Moves

/// The boxes of the loop, or one line where there is no room for boxes.
struct PipelineView {
  var recipe: Recipe
  var stage: Stage
  var glyphs: Glyphs

  static let gap = 2

  /// Off the road the side road stands here.
  var detour: DetourView?

  func boxes(width: Int) -> Frame {
    if let detour { return detour.boxes(width: width) }
    var frame = Frame(width: width, height: 5)
    let slots = PipelineSlots(recipe).slots
    let count = slots.count
    let boxWidth = min((width - 2 - Self.gap * (count - 1)) / count, 22)
    let used = boxWidth * count + Self.gap * (count - 1)
    var x = (width - used) / 2
    for (place, slot) in slots.enumerated() {
      let box = MoveBox(slot: slot, stage: stage, glyphs: glyphs, width: boxWidth)
      frame.place(box.frame, x: x, y: 0)
      x += boxWidth
      if place < count - 1 { frame.write(glyphs.arrow, x: x, y: 2, .dim) }
      x += Self.gap
    }
    return frame
  }

  func line(width: Int) -> Frame {
    if let detour { return detour.line(width: width) }
    var frame = Frame(width: width, height: 1)
    var x = 1
    for slot in PipelineSlots(recipe).slots {
      x = frame.write(" \(name(of: slot)) ", x: x, y: 0, isLive(slot) ? .lit : .dim)
    }
    return frame
  }

  private func name(of slot: PipelineSlots.Slot) -> String {
    slot.index == nil ? "(\(slot.move.name))" : "\(slot.move.number) \(slot.move.name)"
  }

  private func isLive(_ slot: PipelineSlots.Slot) -> Bool {
    stage.live?.move == slot.move && stage.live?.planned.index == slot.index
  }
}
