internal import Canvas
internal import Moves

/// The five boxes, or one line where there is no room for boxes.
struct PipelineView {
  var stage: Stage
  var glyphs: Glyphs

  static let gap = 2

  /// Off the road the side road stands here.
  var detour: DetourView?

  func boxes(width: Int) -> Frame {
    if let detour { return detour.boxes(width: width) }
    var frame = Frame(width: width, height: 5)
    let count = Move.allCases.count
    let boxWidth = min((width - 2 - Self.gap * (count - 1)) / count, 22)
    let used = boxWidth * count + Self.gap * (count - 1)
    var x = (width - used) / 2
    for move in Move.allCases {
      let box = MoveBox(move: move, stage: stage, glyphs: glyphs, width: boxWidth)
      frame.place(box.frame, x: x, y: 0)
      x += boxWidth
      if move != .step { frame.write(glyphs.arrow, x: x, y: 2, .dim) }
      x += Self.gap
    }
    return frame
  }

  func line(width: Int) -> Frame {
    if let detour { return detour.line(width: width) }
    var frame = Frame(width: width, height: 1)
    var x = 1
    for move in Move.allCases {
      let isLive = stage.live?.move == move
      x = frame.write(" \(move.number) \(move.name) ", x: x, y: 0, isLive ? .lit : .dim)
    }
    return frame
  }
}
