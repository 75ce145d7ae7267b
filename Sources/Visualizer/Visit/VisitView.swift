internal import Canvas
internal import Moves

/// A page of the first visit in the chart's place.
struct VisitView {
  var app: App
  var page: VisitPage

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let text = VisitText(app: app, page: page)
    let number = page.number(microBatches: app.run.hyperparameters.microBatches)
    let count = "\(number)/\(VisitPage.count)"
    let title = Line(text.title, .strong).cut(to: width - count.count - 1, app.glyphs)
    frame.write(title, x: 0, y: 0)
    frame.write(count, x: width - count.count, y: 0, .dim)
    let lines = fitting(paragraphs(text, columns: width - 1), height - 2)
    for (row, line) in lines.enumerated() { frame.write(line, x: 0, y: 1 + row) }
    let end = max(min(lines.count + 2, height - 1), 1)
    frame.write(keys.cut(to: width, app.glyphs), x: 0, y: end)
    return frame
  }

  /// What became of the guess, what happened, what is asked next; between them a blank line.
  private func paragraphs(_ text: VisitText, columns: Int) -> [Line] {
    let parts = [
      text.verdict.map { Paragraph($0, .strong) }, Paragraph(text.text),
      text.question.map { Paragraph($0, .strong) },
    ].compactMap { $0 }
    return Array(parts.map { $0.lines(columns: columns) }.joined(separator: [Line()]))
  }

  /// Blank lines give way first; what still does not fit ends in an ellipsis.
  private func fitting(_ lines: [Line], _ height: Int) -> [Line] {
    guard lines.count > height else { return lines }
    let dense = lines.filter { $0.width > 0 }
    guard dense.count > height, height > 0 else { return dense }
    let last = dense[height - 1] + Line(app.glyphs.ellipsis)
    return dense[..<(height - 1)] + [last]
  }

  private var keys: Line {
    let arrow = app.glyphs.isASCII ? "->" : "→"
    let skip = Line("esc", .key) + Line(" skip", .dim)
    if app.question != nil {
      return Line("y", .key) + Line(" yes  ", .dim) + Line("n", .key) + Line(" no  ", .dim)
        + Line(arrow, .key) + Line(" no guess  ", .dim) + skip
    }
    return Line(arrow, .key) + Line(" go on  ", .dim) + skip
  }
}
