internal import ArgumentParser
internal import Moves
internal import Recordings
internal import Terminal
internal import Visualizer

/// `fivemoves replay FILE`: watch again what was written down.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Watch a run again that was written down; nothing is trained.")

  @Argument(
    help: "A recording, a run log, or what another program wrote of its run; - for standard input.")
  var file: String

  @Flag(help: "Go on as the file grows.")
  var follow = false

  @OptionGroup var screen: ScreenOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("replay needs the name of a file.") }
  }

  func run() throws {
    try Failure.reported {
      ProgramMemory.givesBackRelocations()
      ProgramMemory.givesBackFreedBlocks()
      let input = try RecordingInput(file, follows: follow)
      let source = try RecordingSource(input.descriptor, name: file, grows: input.grows)
      let (ending, app) = try watch(source)
      Printer.output.print(
        "\(app.run.name): \(app.completedSteps.counted("training step")) of a recording.")
      if let code = ending.code { throw ExitCode(code) }
    }
  }

  private func watch(_ source: sending RecordingSource) throws -> (RunLoop.Ending, App) {
    let terminal = try Terminal(
      options: TerminalOptions(color: screen.color, ascii: screen.drawing.ascii))
    defer { terminal.leave() }
    var options = screen.appOptions(for: terminal.capabilities, fastest: .infinity)
    options.begins = false
    let app = App(
      run: source.facts, reading: source.reading, options: options, abilities: source.abilities)
    return try Sitting(terminal: terminal).watch(app, source)
  }
}
