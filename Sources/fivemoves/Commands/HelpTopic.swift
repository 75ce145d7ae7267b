internal import Moves
internal import Training

/// What `fivemoves help` was asked for, where that is no command with a page of its own.
enum HelpTopic {
  case help
  case lesson(String)
  case unknown(String)

  /// Nil where there is such a page, or help is asked for without a topic.
  init?(_ words: [String], commands: [String]) {
    guard words.count > 1, words[0] == "help", !commands.contains(words[1]) else { return nil }
    let word = words[1].tameLine
    self = word == "help" ? .help : Lessons.named(word) == nil ? .unknown(word) : .lesson(word)
  }

  /// Of a command that needs no name there is nothing to say.
  func words(commands: [String]) -> String {
    let known = commands.filter { $0 != "play" }
    switch self {
    case .help:
      return "fivemoves help COMMAND shows the help of a command: \(known.listed(with: "or"))."
    case .lesson(let name):
      return "\(name) is a lesson, and no command; fivemoves lessons tells what it teaches, and "
        + "fivemoves --help how to begin it."
    case .unknown(let word):
      if let near = Nearest.to(word, among: known + Lessons.all.map(\.name)) {
        return "there is no command \"\(word)\"; did you mean \(near)? See fivemoves --help."
      }
      return "there is no command \"\(word)\"; the commands are \(known.listed); see fivemoves "
        + "--help."
    }
  }
}
