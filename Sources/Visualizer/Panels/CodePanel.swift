internal import Canvas
internal import Moves

/// The loop in PyTorch, the line that just ran lit.
struct CodePanel {
  var run: RunFacts
  var stage: Stage
  var glyphs: Glyphs

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write("the loop in PyTorch", x: 0, y: 0, .strong)
    for (row, line) in TrainingLoop(run).lines.enumerated() {
      let isLive = isLive(line)
      if isLive { frame.write(glyphs.live, x: 0, y: row + 1, .strong) }
      frame.write(line.code, x: 2, y: row + 1, role(of: line, isLive: isLive))
    }
    return frame
  }

  private func isLive(_ line: TrainingLoop.Line) -> Bool {
    guard stage.detour == .none else { return line.place == .detour }
    return stage.live.map { line.place == .move($0.move) } ?? false
  }

  private func role(of line: TrainingLoop.Line, isLive: Bool) -> Role {
    guard isLive else { return line.place == .around ? .dim : .text }
    return line.place == .detour ? .detour : .lit
  }
}
