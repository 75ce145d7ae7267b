internal import Canvas
internal import Moves

/// In the place of the five moves while the loop has left its road: which switches are set, what
/// was found, and that nothing changed.
struct DetourView {
  var facts: DetourFacts
  var glyphs: Glyphs

  func boxes(width: Int) -> Frame {
    var frame = Frame(width: width, height: 5)
    frame.box(
      x: 1, y: 0, width: width - 2, height: 5, title: facts.title, note: facts.wayBack,
      role: .detour, isDashed: true, glyphs: glyphs)
    let columns = fitting(width - 6)
    let used = columns.reduce(0) { $0 + $1.width }
    let gap = columns.count > 1 ? min((width - 6 - used) / (columns.count - 1), 8) : 0
    var x = 3
    for column in columns {
      frame.write(column.name, x: x, y: 1, .dim)
      frame.write(column.value, x: x, y: 2, column.isAlarm ? .alarm : .strong)
      x += column.width + gap
    }
    frame.write(Line(facts.words).cut(to: width - 6, glyphs), x: 3, y: 3)
    return frame
  }

  func line(width: Int) -> Frame {
    var frame = Frame(width: width, height: 1)
    if facts.isWritten {
      frame.write(Line(facts.words, .detour).cut(to: width - 2, glyphs), x: 1, y: 0)
    } else {
      frame.write(lines, x: 1, y: 0, glyphs)
    }
    return frame
  }

  /// From the fullest to the shortest: the last figure gives way first, and before the one ahead of
  /// it what the side road is called.
  private var lines: [Line] {
    let figures = facts.figures.filter { !$0.isDetail }.map { "\($0.name) \($0.value)" }
    let counts = stride(from: figures.count, to: 0, by: -1)
    let forms = counts.flatMap { count in
      [[facts.short] + figures.prefix(count), Array(figures.prefix(count))]
    }
    return (forms + [[facts.short]]).map { Line($0.joined(separator: "  "), .detour) }
  }

  /// Where room is short the last switch that is set gives way first: the figures are what counts.
  private func fitting(_ width: Int) -> [DetourFacts.Column] {
    var switches = facts.switches
    let figures = facts.figures
    let used = { (columns: [DetourFacts.Column]) in columns.reduce(-2) { $0 + $1.width + 2 } }
    while used(switches + figures) > width, let last = switches.lastIndex(where: { !$0.isAlarm }) {
      switches.remove(at: last)
    }
    return switches + figures
  }
}
