internal import Canvas
internal import Moves

/// A broken run's curve beside its twin's, while the class is asked which is which: nothing else shows
/// that would tell.
struct UnnamedCurvesView {
  private let app: App
  private let question: Question

  /// Nil while nobody is asked.
  init?(_ app: App) {
    let asked = app.following == nil ? app.question : app.following?.present?.question
    guard let asked, asked.isOpen, asked.kind == .broken, app.run.history.twin != nil,
      app.following?.isOver != true
    else { return nil }
    (self.app, question) = (app, asked)
  }

  func frame(width: Int, height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    frame.place(HeaderView(app: app).frame(width: width), x: 0, y: 0)
    let row = frame.write(words, x: 1, y: 1, width: width - 2)
    let box = QuestionView.frame(app, width: width, height: height - 2)?.height ?? 0
    let room = height - row - box - 1
    frame.place(chart.frame(width: width - 1, height: max(room, 1)), x: 0, y: row)
    app.placeFooter(on: &frame)
    return frame
  }

  private var words: Paragraph {
    Paragraph(
      "The loss of two runs that began with the same parameters: A is the solid line, B the dashed one. "
        + "In one of them the loop is broken. "
        + (app.hasCurvesOnEachOther
          ? "So far the lines lie on each other, so you can only guess. " : "")
        + "Which one it is, you will see when the lesson goes on.")
  }

  private var chart: LossChart {
    let curves = [app.run.history.loss, app.run.history.twin?.loss ?? Bins()]
    let second = app.run.facts.placeOfBroken(in: question) == 1
    var chart = LossChart(
      loss: curves[second ? 1 : 0], twin: curves[second ? 0 : 1], scale: app.lossScale,
      characters: app.options.plot, glyphs: app.glyphs)
    chart.isUnnamed = true
    chart.end = app.completedSteps
    return chart
  }
}

extension App {
  /// Whether a broken run's curve and its twin's cannot be told apart yet.
  var hasCurvesOnEachOther: Bool {
    run.history.twin.map { run.history.loss.liesOn($0.loss) } ?? false
  }
}

extension RunFacts {
  /// Whether the broken run's curve is called A or B, 0 or 1: as the seed has it, and not the same
  /// each time.
  func placeOfBroken(in question: Question) -> Int {
    var bits = (settings.seed ?? 0) &+ UInt64(question.step) << 20 &+ UInt64(question.number) << 40
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ bits >> 31) & 1)
  }
}
