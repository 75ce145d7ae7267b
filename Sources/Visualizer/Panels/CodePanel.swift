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
    let lines = TrainingLoop(run).lines
    let margin = Self.margin(of: lines, in: width)
    for (row, line) in lines.enumerated() {
      let isLive = isLive(line)
      if isLive { frame.write(glyphs.live, x: 0, y: row + 1, .strong) }
      let code = Line(line.code, role(of: line, isLive: isLive)).cut(to: width - margin, glyphs)
      frame.write(code, x: margin, y: row + 1)
    }
    return frame
  }

  /// The mark of the live line stands in the margin, or where room is short in the indentation.
  private static func margin(of lines: [TrainingLoop.Line], in width: Int) -> Int {
    lines.allSatisfy { $0.code.count + 2 <= width } ? 2 : 1
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
