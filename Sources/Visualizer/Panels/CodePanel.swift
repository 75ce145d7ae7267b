internal import Canvas
internal import Moves

/// The loop in PyTorch, the line that just ran lit, and below it what this program itself ran.
struct CodePanel {
  var run: RunFacts
  var stage: Stage
  var glyphs: Glyphs

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write("the loop in PyTorch", x: 0, y: 0, .strong)
    let swift = SwiftView(stage: stage, run: run, glyphs: glyphs).lines(columns: width)
    let room = height - 1
    let short = loop(rows: room - swift.count)
    let lines = short.count + swift.count <= room ? short : loop(rows: room)
    write(lines, on: &frame)
    guard lines.count + swift.count <= room else { return frame }
    let gap = room - lines.count - swift.count > 0 ? 1 : 0
    for (row, line) in swift.enumerated() {
      frame.write(line, x: 0, y: 1 + lines.count + gap + row)
    }
    return frame
  }

  private func write(_ lines: [TrainingLoop.Line], on frame: inout Frame) {
    let margin = Self.margin(of: lines, in: frame.width)
    for (row, line) in lines.enumerated() {
      let isLive = isLive(line)
      if isLive { frame.write(glyphs.live, x: 0, y: row + 1, .strong) }
      let code = Line(line.code, role(of: line, isLive: isLive)).cut(
        to: frame.width - margin, glyphs)
      frame.write(code, x: margin, y: row + 1)
    }
  }

  /// The mark of the live line stands in the margin, or where room is short in the indentation.
  private static func margin(of lines: [TrainingLoop.Line], in width: Int) -> Int {
    lines.allSatisfy { $0.code.count + 2 <= width } ? 2 : 1
  }

  /// Where room is short, first the evaluation and then the lines around the moves are left out.
  private func loop(rows: Int) -> [TrainingLoop.Line] {
    let all = TrainingLoop(run).lines
    guard all.count > rows else { return all }
    let road = stage.detour == .none ? all.folding(from: "  if step") : all
    return road.count > rows ? road.folding(from: "  for group") : road
  }

  private func isLive(_ line: TrainingLoop.Line) -> Bool {
    switch stage.detour {
    case .none: stage.live.map { line.place == .move($0.planned.index) } ?? false
    case .running, .done: line.place == .detour
    }
  }

  private func role(of line: TrainingLoop.Line, isLive: Bool) -> Role {
    guard isLive else { return line.place == .around ? .dim : .text }
    return line.place == .detour ? .detour : .lit
  }
}

extension [TrainingLoop.Line] {
  /// With the line that begins so, and all that is indented deeper after it, as one of dots.
  fileprivate func folding(from start: String) -> [TrainingLoop.Line] {
    guard let first = firstIndex(where: { $0.code.hasPrefix(start) }) else { return self }
    let rest = self[(first + 1)...].prefix { $0.code.hasPrefix("    ") }
    let dots = TrainingLoop.Line(code: "  ...", place: .around)
    return self[..<first] + [dots] + self[(first + 1 + rest.count)...]
  }
}
