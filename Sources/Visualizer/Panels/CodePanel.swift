internal import Canvas
internal import Moves

/// The loop in PyTorch, the line that just ran lit, and below it what this program itself ran; where
/// there is no room for both, one or the other.
struct CodePanel {
  var run: RunFacts
  var stage: Stage
  var glyphs: Glyphs
  /// Where only one fits, which.
  var prefersSwift = false
  /// Moves light up faster than anyone reads: our own lines wait for the last.
  var isPassing = false
  /// Whether the arrow keys choose.
  var isListening = false

  func frame(width: Int, height: Int) -> Frame {
    if let listing = ScriptListing(stage) { return script(listing, width, height) }
    let swift = SwiftView(stage: stage, run: run).lines(columns: width)
    let room = height - 1
    let folded = loop(rows: room - swift.count)
    if folded.count + swift.count <= room {
      return both(folded, isPassing ? [] : swift, width: width, height: height)
    }
    guard !swift.isEmpty else { return loopAlone(width, height, hasSwift: false) }
    return prefersSwift ? swiftAlone(width, height) : loopAlone(width, height, hasSwift: true)
  }

  /// The script's own lines, the one that just ran lit.
  private func script(_ listing: ScriptListing, _ width: Int, _ height: Int) -> Frame {
    var frame = titled(listing.title, width, height)
    let start = listing.numberWidth + 3
    var y = 1
    for content in listing.rows(columns: width - start - 1, height: height - 1) {
      guard case .line(let line) = content else {
        frame.write(glyphs.isASCII ? ":" : "⋮", x: listing.numberWidth + 1, y: y, .dim)
        y += 1
        continue
      }
      let isLive = line == listing.live
      if isLive { frame.write(glyphs.live, x: 0, y: y, .strong) }
      let number = String(line.line)
      frame.write(number, x: start - 1 - number.count, y: y, .dim)
      for piece in listing.pieces(of: line, columns: width - start - 1, isLive ? .lit : .text) {
        frame.write(piece, x: start + 1, y: y)
        y += 1
      }
    }
    return frame
  }

  /// A library makes the moves: the line of the script that called it.
  private var caller: SourceLine? { run.lesson == nil ? stage.live?.source : nil }

  private func both(
    _ loop: [TrainingLoop.Line], _ swift: [Line], width: Int, height: Int
  ) -> Frame {
    var frame = titled(title, width, height)
    write(loop, on: &frame)
    let end = 1 + loop.count
    let gap = height - end - swift.count > 0 ? 1 : 0
    frame.write(rows: swift, x: 0, y: end + gap)
    if let caller, end + 3 <= height {
      frame.write("\(caller.file), line \(caller.line)", x: 0, y: end + 1, .dim)
      frame.write(Line(caller.text, .lit).cut(to: width - 2, glyphs), x: 2, y: end + 2)
    }
    return frame
  }

  private func loopAlone(_ width: Int, _ height: Int, hasSwift: Bool) -> Frame {
    var frame = titled(title, width, height)
    write(loop(rows: height - 1), on: &frame)
    if isListening, hasSwift { hint("\(glyphs.isASCII ? "dn" : "↓") our Swift", on: &frame) }
    return frame
  }

  private func swiftAlone(_ width: Int, _ height: Int) -> Frame {
    var frame = titled("the move in our Swift", width, height)
    let live = TrainingLoop(run).lines.filter(isLive)
    write(live, on: &frame)
    let lines = SwiftView(stage: stage, run: run).explained(columns: width - 1)
    frame.write(rows: lines, x: 0, y: 1 + live.count)
    if isListening { hint("\(glyphs.isASCII ? "up" : "↑") the loop", on: &frame) }
    return frame
  }

  private var title: String {
    run.lesson == nil ? "the loop in outline" : "the loop in PyTorch"
  }

  private func titled(_ title: String, _ width: Int, _ height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.write(title, x: 0, y: 0, .strong)
    return frame
  }

  private func hint(_ text: String, on frame: inout Frame) {
    frame.write(text, x: frame.width - text.unicodeScalars.count, y: 0, .key)
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
    case .sampling, .sampled, .checked: false
    }
  }

  private func role(of line: TrainingLoop.Line, isLive: Bool) -> Role {
    // As the points that it adds to the curve.
    if line.code.contains("estimate_loss()") { return .validation }
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
