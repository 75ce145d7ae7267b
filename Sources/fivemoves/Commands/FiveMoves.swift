internal import ArgumentParser

/// `fivemoves`: plays a lesson unless another command is named.
@main
struct FiveMoves: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fivemoves", abstract: PlayCommand.abstract, version: Version.current,
    subcommands: [PlayCommand.self, TrainCommand.self, LessonsCommand.self],
    defaultSubcommand: PlayCommand.self)

  /// The parser's own help would hide what belongs to the default command: lessons, keys, options.
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    guard words.count == 1, ["--help", "-h", "help"].contains(words[0]) else { return main(words) }
    print(PlayCommand.helpMessage())
  }
}
