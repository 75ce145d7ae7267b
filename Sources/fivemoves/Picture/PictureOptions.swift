internal import ArgumentParser
internal import Canvas
internal import Moves
internal import Recordings
internal import Storage
internal import Visualizer

/// Which moment a picture shows, how large, and where it is kept.
struct PictureOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "After so many training steps (40), or in a step after one of its moves (40.backward).",
      valueName: "step"),
    transform: PictureMoment.init)
  var at: PictureMoment

  @Option(
    help: "The panel that is shown first: \(Panel.allCases.map(\.rawValue).listed(with: "or")).",
    completion: .choice(of: Panel.self), transform: Typed.choice)
  var panel: Panel?

  @Option(
    parsing: .unconditional, help: "Columns and rows of the screen (default: 100x30).",
    transform: ScreenSize.init)
  var size = ScreenSize(width: 100, height: 30)

  @Option(
    help: "The colours of the SVG: light or dark (default: light).",
    completion: .choice(of: Theme.self), transform: Typed.choice)
  var theme = Theme.light

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Write the screen as an SVG picture into this file.", valueName: "file"),
    completion: .file())
  var svg: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Write the screen as plain text into this file.", valueName: "file"),
    completion: .file())
  var plain: String?

  func check(text: String?, recording: String?) throws {
    try FilePlaces(
      read: [("--text", text), ("the recording", recording)],
      written: [("--svg", svg), ("--plain", plain)]
    ).checkAll()
    if theme == .dark, svg == nil {
      throw ValidationError("--theme changes nothing without --svg; leave it out.")
    }
  }

  /// - Throws: if a file could not be written, before anything is trained.
  func tryFiles() throws(StorageError) {
    // They are let go of until the picture is made: a process that is ended leaves nothing behind.
    for path in [svg, plain].compactMap(\.self) { _ = try WholeFile(path) }
  }

  /// Brings the run where the picture is taken.
  func pose(_ tandem: inout Tandem) throws(PictureError) {
    if let steps = tandem.app.facts.settings.steps, at.step > steps {
      throw .isPastEnd(at.words, steps: steps, moment: at.step)
    }
    let isKnown = show(in: &tandem)
    // There is a panel more once the loop is broken, and it comes first.
    if at.step > 0 { tandem.beginMistake() }
    try checkPanel(show(in: &tandem) || isKnown, of: tandem)
    if let move = at.move {
      guard tandem.stand(in: at.step, after: move) else {
        throw .noMoment(at.words, reached: tandem.app.completedSteps)
      }
    } else if !tandem.stand(after: at.step) {
      throw .noMoment(at.words, reached: tandem.app.completedSteps)
    }
  }

  /// The same for a recording, which can be gone to.
  func pose(_ tandem: inout Tandem, in recording: RecordingSource) throws(PictureError) {
    let stands = tandem.take { recording.stand(after: at.step, move: at.move, $0) }
    guard stands else {
      throw .isNotTold(at.words, nearest: recording.nearestStep(to: at.step))
    }
    tandem.closePage()
    try checkPanel(show(in: &tandem), of: tandem)
  }

  private func checkPanel(_ isThere: Bool, of tandem: Tandem) throws(PictureError) {
    guard !isThere else { return }
    throw .noPanel(
      panel?.rawValue ?? "", lesson: tandem.app.facts.lesson?.name ?? "run",
      known: tandem.app.availablePanels.map(\.rawValue))
  }

  private func show(in tandem: inout Tandem) -> Bool {
    guard let panel else { return true }
    return tandem.show(panel)
  }

  func write(_ app: App) throws(StorageError) {
    let frame = app.frame(width: size.width, height: size.height)
    if let svg {
      try WholeFile(svg).write(frame.svg(theme, title: app.pictureTitle), to: svg)
    }
    if let plain { try WholeFile(plain).write(frame.text + "\n", to: plain) }
    if svg == nil, plain == nil { Printer.output.print(frame.text) }
  }
}
