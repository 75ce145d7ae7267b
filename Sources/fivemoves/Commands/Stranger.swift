internal import ArgumentParser

/// An option that the parser does not know here, though another command has it.
struct Stranger {
  private let option: String
  private let command: String

  /// Nil where the parser complains of something else, or no command has the option.
  init?(in message: String, commands: [any ParsableCommand.Type]) {
    guard let option = message.firstMatch(of: /Unknown option '(--[a-z0-9-]+)/)?.1,
      let owner = commands.first(where: { Self.has(String(option), $0) }),
      let name = owner.configuration.commandName
    else { return nil }
    self.option = String(option)
    command = name == "play" ? "fivemoves" : "fivemoves \(name)"
  }

  var words: String { "\(option) is an option of \(command); see \(command) --help" }

  private static func has(_ option: String, _ command: any ParsableCommand.Type) -> Bool {
    command.helpMessage(columns: 80).split(separator: "\n").contains { line in
      let words = line.drop(while: \.isWhitespace)
      return words == option || words.hasPrefix("\(option) ")
    }
  }
}
