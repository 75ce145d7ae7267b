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

  /// When digits alone made the view the person's own, if nothing else was pressed since.
  var leftWithDigitAt: Double?
  /// Seconds in which a digit may have been meant for the question that comes next.
  private static let slack = 2.0

  /// Whether a question has come just behind the digits that were to answer it, and opened a panel.
  func hasLeftByMistake(by time: Double) -> Bool {
    guard let leftWithDigitAt, time < leftWithDigitAt + Self.slack else { return false }
    return isAlone && !isOver && isAsked
  }

  /// Where the class stands.
  var place: Int { present?.now.completedSteps ?? 0 }
}
