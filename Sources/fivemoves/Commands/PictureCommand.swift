internal import ArgumentParser
internal import Canvas
internal import Moves
internal import Storage
internal import Visualizer

/// `fivemoves picture [LESSON]`: the screen as it stands at a step, as a file.
struct PictureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "picture", abstract: "Write the screen as it is at a step, as SVG or plain text.",
    usage: "fivemoves picture [<lesson>] --at <step> [<options>]",
    discussion: "Without --svg and --plain the screen is printed as plain text.")

  @OptionGroup var options: RunOptions
  @OptionGroup var drawing: DrawingOptions
  @OptionGroup var picture: PictureOptions

  func validate() throws {
    if let text = options.text, FileIdentity.isNothing(text) {
      throw ValidationError(
        "--text names a text to learn from, and there is none at \(text.asFile); the screen as plain "
          + "text goes into the file of --plain.")
    }
    try options.check()
    try picture.check(text: options.text)
  }

  func run() throws {
    try Failure.reported {
      try ProcessorCheck.run()
      try picture.tryFiles()
      var tandem = try PosedRun(options: options).tandem(drawing.appOptions, picture.size)
      try picture.pose(&tandem)
      try picture.write(tandem.app)
    }
  }
}
