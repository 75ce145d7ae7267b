internal import ArgumentParser
internal import Canvas
internal import Moves
internal import Recordings
internal import Storage
internal import Terminal
internal import Visualizer

/// `fivemoves replay FILE`: watch again what was written down.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Watch a run again that was written down; nothing is trained.",
    usage: "fivemoves replay <file> [<options>]")

  @Argument(
    help: "A recording, a run log, or what another program wrote of its run; - for standard input.",
    completion: .file())
  var file: String

  @Option(
    parsing: .unconditional,
    help:
      "The ceiling of the gradients' norm, for a file of another program, which does not say it.",
    transform: Typed.number)
  var maxNorm: Double?

  @Flag(help: "Go on as the file grows.")
  var follow = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write the whole of it as an asciicast into this file, and show nothing.", valueName: "file"),
    completion: .file())
  var cast: String?

  @Option(
    parsing: .unconditional, help: "Columns and rows of the cast (default: 100x30).",
    transform: ScreenSize.init)
  var size: ScreenSize?

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("replay needs the name of a file.") }
    if let maxNorm, !(maxNorm > 0) {
      throw ValidationError("--max-norm must be above 0, but is \(maxNorm.spelled).")
    }
    if cast == nil, size != nil {
      throw ValidationError("--size changes nothing without --cast; leave it out.")
    }
    if cast != nil, follow {
      throw ValidationError(
        "--cast writes what is there, and --follow waits for more; leave one out.")
    }
    try FilePlaces(
      read: [("the recording", file == "-" ? nil : file)], written: [("--cast", cast)]
    ).checkAll()
  }

  func run() throws {
    try Failure.reported(
      screenless: "`fivemoves picture FILE --at STEP` draws a screen of it without one"
    ) {
      ProgramMemory.givesBackFreedBlocks()
      let input = try RecordingInput(file, follows: follow, needsKeys: cast == nil)
      let source = try RecordingSource(
        input.descriptor, name: file, maxNorm: maxNorm, follows: follow, grows: input.grows)
      if let cast { return try write(source, into: cast) }
      let (ending, app) = try watch(source, grows: input.grows())
      Printer.output.print(
        "\(app.facts.name): left \(file == "-" ? "the recording" : file.asFile) at step "
          + "\(app.completedSteps.grouped).")
      if let code = ending.code { throw ExitCode(code) }
    }
  }

  private func write(_ source: RecordingSource, into path: String) throws {
    let file = try WholeFile(path)
    let app = App(
      run: source.facts, reading: source.reading,
      options: screen.drawing.appOptions,
      abilities: source.abilities)
    let text = Cast.text(
      of: source, Tandem(app, source), size ?? ScreenSize(width: 100, height: 30), .dark)
    try file.write(text, to: path)
  }

  private func watch(
    _ source: sending RecordingSource, grows: Bool
  ) throws -> (RunLoop.Ending, App) {
    let terminal = try screen.terminal()
    defer { terminal.leave() }
    var options = screen.appOptions(for: terminal.capabilities, fastest: .infinity)
    options.begins = false
    options.remark =
      options.remark ?? "A recording: nothing is trained here; home, end and the arrows move in it."
    let app = App(
      run: source.facts, reading: source.reading, options: options, abilities: source.abilities)
    return try Sitting(terminal: terminal, glances: grows ? 0.5 : nil).watch(app, source)
  }
}
