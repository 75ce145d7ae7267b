internal import Canvas
internal import Moves

/// A page of the first visit in the chart's place.
struct VisitView {
  var app: App
  var page: VisitPage

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    let text = VisitText(app: app, page: page)
    let number = page.number(microBatches: app.run.facts.settings.parts)
    let count = "\(number)/\(VisitPage.count)"
    let lines = lines(text, columns: width - 1, rows: height - 1)
    let title = Line(text.title, .strong).cut(to: width - count.count - 1, app.glyphs)
    let top = lines.count < height - 1 ? 1 : 0
    if top > 0 {
      frame.write(title, x: 0, y: 0)
      frame.write(count, x: width - count.count, y: 0, .dim)
    }
    frame.write(rows: lines, x: 0, y: top)
    let end = max(min(lines.count + 2, height - 1), 1)
    frame.write(OfferedKeys(offers: keys).line(columns: width), x: 0, y: end)
    return frame
  }

  /// What title, words and keys take.
  func rows(columns: Int) -> Int {
    let text = VisitText(app: app, page: page)
    let paragraphs = [text.verdict, text.text, question(of: text)].compactMap { $0 }
    return paragraphs.reduce(2) { $0 + Paragraph($1).lines(columns: columns - 1).count }
  }

  /// What became of the guess, what happened, what is asked next; between them a blank line, where
  /// there is room. Where room is short the question comes first, at last in the title's place too.
  private func lines(_ text: VisitText, columns: Int, rows: Int) -> [Line] {
    let told = [text.verdict.map { Paragraph($0, .strong) }, Paragraph(text.text)]
      .compactMap { $0?.lines(columns: columns) }
    let question = question(of: text).map { Paragraph($0, .strong) }
    let asked = question.map { [$0.lines(columns: columns)] } ?? []
    for gap in [[Line()], []] {
      let lines = Array((told + asked).joined(separator: gap))
      if lines.count < rows { return lines }
    }
    let first = question?.lines(columns: columns, atMost: rows, app.glyphs) ?? []
    return first + shortened(text, columns, rows - 1 - first.count)
  }

  /// What a box below asks the class is not asked here too.
  private func question(of text: VisitText) -> String? {
    app.asksBelowVisit ? nil : text.question
  }

  /// As many whole sentences as there is room for; where even the first is too long it ends in an
  /// ellipsis.
  private func shortened(_ text: VisitText, _ columns: Int, _ rows: Int) -> [Line] {
    let verdict = text.verdict.map { Paragraph($0, .strong).lines(columns: columns) } ?? []
    var sentences = text.sentences
    while true {
      let lines = verdict + Paragraph(sentences.joined(separator: " ")).lines(columns: columns)
      if lines.count <= rows { return lines }
      guard sentences.count < 2 else {
        sentences.removeLast()
        continue
      }
      guard rows > 0 else { return [] }
      return lines[..<(rows - 1)] + [lines[rows - 1] + Line(app.glyphs.ellipsis)]
    }
  }

  private var keys: [OfferedKeys.Offer] {
    let arrow = app.glyphs.isASCII ? "->" : "→"
    // Those that go on are the teacher's.
    if app.following != nil {
      let back = app.glyphs.isASCII ? "<-" : "←"
      return [
        OfferedKeys.Offer(
          keys: back, words: "look around alone, or wait for your teacher",
          brief: "look around alone", rank: 0)
      ]
    }
    let skip =
      app.asksBelowVisit
      ? OfferedKeys.Offer(
        keys: "esc", words: "take the question back", brief: "take it back", rank: 1)
      : OfferedKeys.Offer(keys: "esc", words: "skip", rank: 1)
    guard app.visitAsks != nil else {
      return [OfferedKeys.Offer(keys: arrow, words: "go on", rank: 0), skip]
    }
    return [
      OfferedKeys.Offer(keys: "y", words: "yes", rank: 0),
      OfferedKeys.Offer(keys: "n", words: "no", rank: 0),
      OfferedKeys.Offer(keys: arrow, words: "no guess", rank: 2), skip,
    ]
  }
}
