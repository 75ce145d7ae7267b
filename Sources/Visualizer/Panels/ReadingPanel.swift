internal import Canvas
internal import Moves

/// What the model reads: an example's context, its best guesses with their scores, the answer; and
/// the text it writes.
struct ReadingPanel {
  var app: App
  /// Of the micro-batch.
  var examples: [TextReading]

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    var end = frame.write("what it reads", x: 0, y: 0, .strong)
    frame.write(app.run.stage.readingMoment, x: end + 2, y: 0)
    end = frame.write(context(width: width - 2), x: 1, y: 1)
    if reading.context.count < 10 { frame.write("  \(newline) ends a line", x: end, y: 1, .dim) }
    frame.write("next?  logit  probability", x: 1, y: 2, .dim)
    writeChoice(on: &frame)
    let shown = min(reading.guesses.count, 5)
    if reading.answer.logit.isNaN {
      frame.write("no guesses: the logits are NaN", x: 1, y: 3, .alarm)
    } else {
      for (row, guess) in reading.guesses.prefix(shown).enumerated() {
        write(guess, on: &frame, y: 3 + row)
      }
    }
    writeAnswer(on: &frame, y: 3 + shown)
    writeSample(on: &frame, y: (height >= 16 ? 5 : 4) + shown)
    return frame
  }

  private var place: Int { min(app.example, examples.count - 1) }
  private var reading: TextReading { examples[place] }

  /// Which of the examples this is.
  private func writeChoice(on frame: inout Frame) {
    guard examples.count > 1 else { return }
    let keys = app.listener == .reading ? (app.glyphs.isASCII ? " up/dn" : " ↑↓") : ""
    let text = "\(place + 1)/\(examples.count)"
    let x = frame.width - text.count - keys.unicodeScalars.count
    frame.write(Line(text, .dim) + Line(keys, .key), x: x, y: 2)
  }

  /// The end of the context, as it runs into the answer.
  private func context(width: Int) -> Line {
    Line(String(reading.context.map { $0 == "\n" ? newline : $0 })).end(in: width - 1, app.glyphs)
  }

  private var newline: Character { app.options.ascii ? "/" : "↵" }

  private func name(_ symbol: String) -> String {
    SymbolName(symbol, hasRare: (app.run.facts.text?.rareCharacters ?? 0) > 0).text
  }

  private func write(_ guess: Guess, on frame: inout Frame, y: Int) {
    let isAnswer = guess.symbol == reading.answer.symbol
    let role: Role = isAnswer ? .strong : .text
    frame.write(name(guess.symbol), x: 1, y: y, role)
    frame.write(Figures.plain(Double(guess.logit)), x: 8, y: y, role)
    let room = frame.width - 15 - 7
    let bar = app.glyphs.bar(share: guess.probability, width: max(room, 1))
    let end = frame.write(bar, x: 15, y: y, isAnswer ? .curve : .dim)
    frame.write(Figures.percent(Double(guess.probability)), x: end + 1, y: y, role)
  }

  private func writeAnswer(on frame: inout Frame, y: Int) {
    let share = Figures.percent(Double(reading.answer.probability))
    let end = frame.write("answer: \(name(reading.answer.symbol))", x: 1, y: y, .strong)
    frame.write(
      "  got \(share), loss \(Figures.loss(reading.loss))", x: end, y: y)
  }

  /// What a person just asked for, or else the last evaluation's.
  private var sample: Sample? {
    if case .sampled(let report) = app.run.stage.detour { return report.sample }
    return app.run.history.evaluations.last?.sample
  }

  private func writeSample(on frame: inout Frame, y: Int) {
    guard let sample else {
      frame.write("evaluations show what it writes", x: 0, y: y, .dim)
      return
    }
    let isInvented = !sample.names.isEmpty && sample.step > 0
    let moment = isInvented ? "step \(sample.step)" : FigureMoment.after(sample.step)
    let verb = sample.names.isEmpty ? "it writes" : "invented"
    let end = frame.write("\(verb), \(moment)", x: 0, y: y, .strong)
    if !sample.names.isEmpty { frame.write("  * read before", x: end, y: y, .dim) }
    frame.write(
      Paragraph(
        sample.names.isEmpty ? Line(DetourFacts.oneLine(sample)) : invented(sample)), x: 1,
      y: y + 1,
      width: frame.width - 2, glyphs: app.glyphs)
  }

  /// The names one after the other; those of the training data carry a mark.
  private func invented(_ sample: Sample) -> Line {
    let names = sample.names.filter { !$0.text.isEmpty }
    return Line(
      names.flatMap { name in
        name.isKnown
          ? [Line.Span("\(name.text)*", .dim), Line.Span(" ")] : [Line.Span("\(name.text) ")]
      })
  }
}
