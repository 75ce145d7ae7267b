internal import Canvas
internal import Moves

/// Before a broken run starts: its order, what is changed, and a guess to make.
struct GuessView {
  var app: App
  var breakage: Breakage

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    var row = 0
    if Layout(width: width + 2, height: height + 2).hasBoxes {
      let preview = PipelineView(recipe: recipe, stage: app.stage.bare, glyphs: app.glyphs)
      frame.place(preview.boxes(width: width), x: 0, y: 1)
      row = 7
    }
    for paragraph in paragraphs where row < height {
      let kept = min(questions.count + 1, max(height - row - 1, 0))
      row = frame.write(paragraph, x: 0, y: row, width: width, height: height - row - kept) + 1
    }
    for question in questions where row < height {
      frame.write(question.cut(to: width, app.glyphs), x: 0, y: row)
      row += 1
    }
    writePlace(on: &frame, y: row + 2)
    return frame
  }

  private var questions: [Line] {
    [Line(breakage.question, .strong)]
      + CurveGuess.allCases.map { guess in
        Line("  \(Character(guess.key))  ", .key) + Line(guess.words)
      }
  }

  /// Where there is room for it.
  private func writePlace(on frame: inout Frame, y: Int) {
    guard let words = app.wordsOnPlace(of: breakage) else { return }
    let paragraph = Paragraph(words)
    guard y + paragraph.lines(columns: frame.width).count <= frame.height else { return }
    frame.write(paragraph, x: 0, y: y, width: frame.width)
  }

  private var recipe: Recipe {
    let loop = Loop(recipe: app.run.recipe, hyperparameters: app.run.hyperparameters)
    return breakage.loops(of: loop, from: app.breakingStep).broken.recipe
  }

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
      + "numbers. One has the mistake; the other, its twin, does not."
  }
}

extension Stage {
  /// The same without any move made.
  var bare: Stage { Stage(reading: reading) }
}
