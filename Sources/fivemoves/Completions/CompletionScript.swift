internal import ArgumentParser
internal import Moves
internal import Training

/// What a shell completes after `fivemoves`: the parser's script, and what the parser cannot say of
/// itself: lessons stand where a command does, a value may stand behind = in its option's word, and
/// behind `watch --` stands any command.
enum CompletionScript {
  /// - Parameter shell: its name; nil where there is no such script.
  static func text(for shell: String) -> String? {
    guard let kind = CompletionShell(rawValue: shell) else { return nil }
    let script = FiveMoves.completionScript(for: kind)
    return switch shell {
    case "bash": bash(script)
    case "zsh": zsh(script)
    case "fish": fish(script)
    default: script
    }
  }

  /// `picture` takes a file in the place of the lesson.
  static func withRecordings(
    _ script: String, after start: String, what lessons: String, becomes both: String
  ) -> String {
    guard let place = script.firstRange(of: start)?.upperBound else { return script }
    return String(script[..<place])
      + script[place...].replacing(lessons, with: both, maxReplacements: 1)
  }

  static let commands = FiveMoves.names + ["help"]
  static let lessons = Lessons.all.map(\.name)
}
