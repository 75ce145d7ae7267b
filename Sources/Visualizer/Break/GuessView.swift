internal import Canvas
internal import Moves

/// Before a broken run starts: its order, what is changed, and a guess to make.
struct GuessView {
  var app: App
  var breakage: Breakage
  /// Whether a box below asks the class the same.
  var isAskedBelow = false

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    var row = 0
    if Layout(width: width + 2, height: height + 2).hasBoxes {
      app.draw(run.recipe, on: &frame, y: 1)
      row = 7
    }
    for line in lines(columns: width, rows: height - row) {
      frame.write(line, x: 0, y: row)
      row += 1
    }
    row = writePlace(on: &frame, y: row + 1)
    LabPicture(app: app, run: run).draw(on: &frame, below: row)
    return frame
  }

  /// What is changed and then the question; where room is short the question and its answers come
  /// first.
  private func lines(columns: Int, rows: Int) -> [Line] {
    let told = paragraphs.map { $0.lines(columns: columns) }
    let asked = isAskedBelow ? [] : questions(columns: columns, rows: rows)
    for gap in [[Line()], []] {
      let lines = told.joined(separator: gap) + (asked.isEmpty ? [] : [Line()] + asked)
      if lines.count <= rows { return Array(lines) }
    }
    let gap = rows > asked.count + 3 ? [Line()] : []
    let spans = paragraphs.map(\.line.spans).joined(separator: [Line.Span(" ")])
    let room = max(rows - asked.count - gap.count, 0)
    return asked + gap
      + Paragraph(Line(Array(spans))).lines(columns: columns, atMost: room, app.glyphs)
  }

  /// The question and its answers, a line each where there is no room for more.
  private func questions(columns: Int, rows: Int) -> [Line] {
    let answers = CurveGuess.allCases.map { guess in
      let words = Paragraph(guess.words).lines(columns: columns - 5)
      return words.enumerated().map { place, line in
        Line(place == 0 ? "  \(Character(guess.key))  " : "     ", .key) + line
      }
    }
    let asked = [Paragraph(question, .strong).lines(columns: columns)] + answers
    let lines = Array(asked.joined())
    guard lines.count > rows else { return lines }
    return asked.map { $0.count > 1 ? ($0[0] + Line(" ") + $0[1]) : $0[0] }
      .map { $0.cut(to: columns, app.glyphs) }
  }

  private var question: String {
    let steps = app.run.facts.settings.steps ?? .max
    return breakage.question(after: breakage.stepsToGuess(in: steps, from: app.breakingStep))
  }

  /// Where there is room for it.
  private func writePlace(on frame: inout Frame, y: Int) -> Int {
    guard let words = app.wordsOnPlace(of: breakage) else { return y - 1 }
    let paragraph = Paragraph(words)
    guard y + paragraph.lines(columns: frame.width).count <= frame.height else { return y }
    return frame.write(paragraph, x: 0, y: y, width: frame.width)
  }

  private var run: RunFacts { app.run(with: breakage) }

  private var paragraphs: [Paragraph] {
    [Paragraph(breakage.change, .strong)]
      + (breakage.isByHand
        ? [Paragraph("Expected: " + breakage.warnings(in: app).joined(separator: " "))] : [])
      + [Paragraph(twins)]
  }

  private var twins: String {
    let start = app.breakingStep
    let place = start == 0 ? "from the start" : "on from step \(start)"
    return "Two runs go \(place), with the same parameters, the same batches and the same random "
      + "numbers. "
      + (breakage.isByHand
        ? "One makes your moves; the other, its twin, those of a good loop."
        : "One has the mistake; the other, its twin, does not.")
  }
}

extension Stage {
  /// The same without any move made.
  var bare: Stage { Stage(reading: reading) }
}
