internal import ArgumentParser
internal import Moves
internal import Training

/// What stands where a lesson is expected.
struct LessonWord {
  var word: String
  /// The commands that may stand there instead.
  var commands: [String] = []
  var isKiosk = false

  /// - Throws: where there is no such lesson, with what was probably meant.
  func check() throws(ValidationError) {
    guard Lessons.named(word) == nil else { return }
    throw ValidationError(complaint)
  }

  private var lessons: [String] { Lessons.all.map(\.name) }

  private var complaint: String {
    let quoted = "\"\(word.tameLine)\""
    if isKiosk, commands.contains(word) {
      return "\(quoted) is a command, and --kiosk runs none; name a lesson: "
        + "\(lessons.joined(separator: ", "))."
    }
    if commands.contains(word) {
      return "\(quoted) is a command, and a command comes first: fivemoves \(word)."
    }
    let kind = commands.isEmpty || isKiosk ? "lesson" : "lesson or command"
    return "there is no \(kind) named \(quoted); \(wayOut)"
  }

  private var wayOut: String {
    let listed = "the lessons are \(lessons.joined(separator: ", "))"
    if let lesson = Nearest.to(word, among: lessons) {
      return "\(listed); did you mean \(lesson)?"
    }
    guard !isKiosk, !commands.isEmpty else { return "\(listed)." }
    if let command = Nearest.to(word, among: commands) {
      return "\(listed); did you mean the command fivemoves \(command)?"
    }
    return "\(listed); the commands are \(commands.joined(separator: ", "))."
  }
}
