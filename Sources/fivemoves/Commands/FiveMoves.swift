internal import ArgumentParser
internal import Moves
internal import Platform
internal import Terminal

/// `fivemoves`: plays a lesson unless another command is named.
@main
struct FiveMoves: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fivemoves", abstract: PlayCommand.abstract, version: Version.line,
    subcommands: [
      PlayCommand.self, TrainCommand.self, SampleCommand.self, PictureCommand.self,
      WatchCommand.self, ModuleCommand.self, TeachCommand.self, FollowCommand.self,
      ReplayCommand.self, LessonsCommand.self, BreakagesCommand.self, BenchCommand.self,
      DoctorCommand.self, ManualCommand.self,
    ],
    defaultSubcommand: PlayCommand.self)

  /// The parser's own help would hide what belongs to the default command: lessons, keys, options.
  static func main() {
    Printer.keepPlaces()
    Crash.restoresTerminal()
    let words = words
    if let topic = HelpTopic(words, commands: names) { answer(topic) }
    if words.count == 1, ["--help", "-h", "help"].contains(words[0]) {
      Printer.output.printExactly(PlayCommand.helpMessage())
    } else if words.count == 2, words[0] == "--generate-completion-script",
      let script = CompletionScript.text(for: words[1])
    {
      Printer.output.printExactly(script)
    } else {
      start(words)
    }
    exit(withError: last(.success))
  }

  /// Those of the command line as they are: Swift's own have been mended where they are not UTF-8.
  private static var words: [String] { calledWith.map { String(fileName: $0) } }

  /// What was to be printed and is lost is no success.
  private static func last(_ code: ExitCode) -> ExitCode {
    code.isSuccess && Printer.hasLostOutput ? Interruption.code ?? .failure : code
  }

  static let names = configuration.subcommands.compactMap { $0.configuration.commandName }

  private static func answer(_ topic: HelpTopic) -> Never {
    let words = topic.words(commands: names)
    guard case .help = topic else {
      Complaint(words).print()
      exit(withError: ExitCode.validationFailure)
    }
    Printer.output.print(words)
    exit(withError: last(.success))
  }

  private static func start(_ words: [String]) {
    do {
      var command = try parseAsRoot(words)
      try command.run()
    } catch {
      leave(error, after: words)
    }
  }

  /// As the parser does it, except that words it quotes never steer the terminal, and that what is
  /// wrong stands in one line, without a page of usage after it.
  private static func leave(_ error: any Error, after words: [String]) -> Never {
    let code = exitCode(for: error)
    let message = code.isSuccess ? fullMessage(for: error) : self.message(for: error)
    if !message.isEmpty {
      code.isSuccess
        ? Printer.output.print(message) : complaint(parser: message, about: words).print()
    }
    exit(withError: last(code))
  }

  private static func complaint(parser message: String, about words: [String]) -> Complaint {
    let commands = configuration.subcommands
    let name = words.first.flatMap { names.contains($0) ? $0 : nil }
    let command = commands.first { $0.configuration.commandName == name } ?? PlayCommand.self
    let options = Array(name == nil ? words[...] : words.dropFirst())
    let help = name.map { $0 == "play" ? "" : " \($0)" } ?? ""
    return Stranger(in: options, of: command, all: commands)?
      .complaint(help: "fivemoves\(help) --help")
      ?? Complaint(parser: message, help: "fivemoves\(help) --help")
  }
}
