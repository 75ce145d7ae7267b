internal import ArgumentParser
internal import Moves

/// An option that the command does not know, whatever else the parser says of it.
struct Stranger {
  private let option: String
  /// The command that has it, if any does.
  private let owner: String?
  private let nearest: String?

  /// Nil where the command knows every option.
  init?(
    in words: [String], of command: any ParsableCommand.Type, all: [any ParsableCommand.Type]
  ) {
    let known = KnownOptions(of: command)
    guard let option = known.firstUnknown(in: words) else { return nil }
    self.option = option
    nearest = known.nearest(to: option)
    owner = all.first { KnownOptions(of: $0).firstUnknown(in: [option]) == nil }
      .flatMap { $0.configuration.commandName }
  }

  func complaint(help: String) -> Complaint {
    guard let owner else {
      let guess = nearest.map { ". Did you mean '\($0)'?" } ?? ""
      return Complaint(parser: "Unknown option '\(option.tameLine)'\(guess)", help: help)
    }
    let command = owner == "play" ? "fivemoves" : "fivemoves \(owner)"
    return Complaint("\(option) is an option of \(command); see \(command) --help")
  }
}
