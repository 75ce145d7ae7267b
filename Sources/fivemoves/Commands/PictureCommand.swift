internal import ArgumentParser
internal import Canvas
internal import Moves
internal import Recordings
internal import Storage
internal import Training
internal import Visualizer

/// `fivemoves picture [LESSON]`: the screen as it stands at a step, as a file.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Write the screen as it is at a step, as SVG or plain text.",
    usage: "fivemoves picture [<lesson>|<recording>] --at <step> [<options>]",
    discussion: """
      The file of a recording can stand in the place of the lesson, as for fivemoves replay: then a \
      screen of that run is drawn, and nothing is trained.

      Without --svg and --plain the screen is printed as plain text.
      """)

  @OptionGroup var options: RunOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var picture: PictureOptions

  func validate() throws {
    if let text = options.text, FileIdentity.isNothing(text) {
      throw ValidationError(
        "--text names a text to learn from, and there is none at \(text.asFile); the screen as plain "
          + "text goes into the file of --plain.")
    }
    if let recording {
      guard options.hasOnlyLesson else {
        throw ValidationError(
          "\(recording.asFile) is a recording, which is not trained; leave out what is set for "
            + "training.")
      }
    } else {
      try checkFile()
      try options.check()
    }
    try picture.check(text: options.text, recording: recording)
  }

  /// What looks like a file was meant as one.
  private func checkFile() throws {
    guard let name = options.chosenLesson, Lessons.named(name) == nil,
      name.contains(where: { "./".contains($0) })
    else { return }
    throw ValidationError(
      "there is neither a recording nor a lesson at \(name.asFile); the lessons are "
        + "\(Lessons.all.map(\.name).listed).")
  }

  /// The file in the place of the lesson, where there is one and no such lesson.
  private var recording: String? {
    guard let name = options.chosenLesson, Lessons.named(name) == nil,
      !FileIdentity.isNothing(name)
    else { return nil }
    return name
  }

  func run() throws {
    try Failure.reported {
      try ProcessorCheck.run()
      try picture.tryFiles()
      try recording.map(draw(recording:)) ?? drawLesson()
    }
  }

  private func drawLesson() throws {
    var tandem = try PosedRun(options: options).tandem(drawing.appOptions)
    fit(&tandem)
    try picture.pose(&tandem)
    try picture.write(tandem.app)
  }

  private func fit(_ tandem: inout Tandem) {
    tandem.tell(.resized(width: picture.size.width, height: picture.size.height))
    tandem.rest(ticks: 1)
  }

  private func draw(recording: String) throws {
    let input = try RecordingInput(recording, follows: false)
    let source = try RecordingSource(
      input.descriptor, name: recording, maxNorm: options.ceiling, grows: input.grows)
    let app = App(
      run: source.facts, reading: source.reading, options: drawing.appOptions,
      abilities: source.abilities)
    var tandem = Tandem(app, source, foretells: false)
    fit(&tandem)
    try picture.pose(&tandem, in: source)
    try picture.write(tandem.app)
    if let remark = source.remark { Complaint(remark).print() }
  }
}
