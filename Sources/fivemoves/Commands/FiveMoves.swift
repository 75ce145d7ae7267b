internal import ArgumentParser
internal import Terminal

/// `fivemoves`: plays a lesson unless another command is named.
@main
struct FiveMoves: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fivemoves", abstract: PlayCommand.abstract, version: Version.current,
    subcommands: [
      PlayCommand.self, TrainCommand.self, SampleCommand.self, LessonsCommand.self,
      BreakagesCommand.self, BenchCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: PlayCommand.self)

  /// The parser's own help would hide what belongs to the default command: lessons, keys, options.
  static func main() {
    Crash.restoresTerminal()
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count == 1, ["--help", "-h", "help"].contains(words[0]) else { return start(words) }
    print(PlayCommand.helpMessage())
  }

  private static func start(_ words: [String]) {
    do {
      var command = try parseAsRoot(words)
      try command.run()
    } catch {
      leave(error)
    }
  }

  /// As the parser does it, except that words it quotes never steer the terminal.
  private static func leave(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    let message = fullMessage(for: error)
    if !message.isEmpty { (code.isSuccess ? Printer.output : Printer.error).print(message) }
    exit(withError: code)
  }
}
