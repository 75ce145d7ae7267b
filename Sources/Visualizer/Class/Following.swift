internal import Moves

/// Somebody else who drives, and is followed.
struct Following: Sendable {
  /// What that screen shows; nil before it was told.
  var present: Present?
  /// Whether the view is the person's own, over what has happened so far.
  var isAlone = false
  /// Whether the help that is open is the person's own.
  var hasOwnHelp = false
  /// Whether the class is over: what was seen stays.
  var isOver = false

  /// The line that answers the person, and when it came.
  var note: String?
  var notedAt = 0.0
  /// Seconds that it takes to read it.
  static let readingTime = 2.0

  /// When it goes by itself: after a time in which the slowest have read it.
  var noteGoesAt: Double? {
    note.flatMap { isOver ? nil : notedAt + Self.readingTime + Double($0.count) / 10 }
  }

  /// What was answered, by the numbers of the questions.
  var answers: [Int: Int] = [:]

  /// Whether a question waits for the person's answer.
  var isAsked: Bool {
    guard let question = present?.question else { return false }
    return question.isOpen && answers[question.number] == nil
  }

  /// Where the class stands.
  var place: Int { present?.now.completedSteps ?? 0 }
}
