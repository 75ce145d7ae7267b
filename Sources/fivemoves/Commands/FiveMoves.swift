internal import ArgumentParser
internal import Moves
internal import Terminal

/// `fivemoves`: plays a lesson unless another command is named.
@main
struct FiveMoves: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fivemoves", abstract: PlayCommand.abstract, version: Version.current,
    subcommands: [
      PlayCommand.self, TrainCommand.self, SampleCommand.self, PictureCommand.self,
      ReplayCommand.self, LessonsCommand.self, BreakagesCommand.self, BenchCommand.self,
      DoctorCommand.self,
    ],
    defaultSubcommand: PlayCommand.self)

  /// The parser's own help would hide what belongs to the default command: lessons, keys, options.
  static func main() {
    Printer.keepPlaces()
    Crash.restoresTerminal()
    let words = words
    if let unknown = unknownTopic(words) {
      Complaint("there is no command \"\(unknown)\"; see fivemoves --help").print()
      exit(withError: ExitCode.validationFailure)
    }
    if words.count == 1, ["--help", "-h", "help"].contains(words[0]) {
      Printer.output.printExactly(PlayCommand.helpMessage())
    } else {
      start(words)
    }
    exit(withError: last(.success))
  }

  /// Those of the command line as they are: Swift's own have been mended where they are not UTF-8.
  private static var words: [String] {
    (1..<max(Int(CommandLine.argc), 1)).compactMap { CommandLine.unsafeArgv[$0] }
      .map { String(fileName: $0) }
  }

  /// What was to be printed and is lost is no success.
  private static func last(_ code: ExitCode) -> ExitCode {
    code.isSuccess && Printer.hasLostOutput ? .failure : code
  }

  private static let names = configuration.subcommands.compactMap { $0.configuration.commandName }

  /// What `fivemoves help` was asked for, where there is no such command.
  private static func unknownTopic(_ words: [String]) -> String? {
    guard words.count > 1, words[0] == "help", !names.contains(words[1]) else { return nil }
    return words[1]
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
      let command = words.first.map { $0 != "play" && names.contains($0) ? " \($0)" : "" } ?? ""
      let complaint =
        Stranger(in: message, commands: configuration.subcommands).map { Complaint($0.words) }
        ?? Complaint(parser: message, help: "fivemoves\(command) --help")
      code.isSuccess ? Printer.output.print(message) : complaint.print()
    }
    exit(withError: last(code))
  }
}
