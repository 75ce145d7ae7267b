internal import Canvas
internal import Moves

/// What one who follows answers.
extension App {
  /// Whether the key is an answer, which then is given.
  mutating func answerTakes(_ key: Key) -> Bool {
    guard let question = openToDigits, let digit = Self.digits.firstIndex(of: key) else {
      return false
    }
    guard following?.isAlone == false else {
      answer = "Your class is asked a question: press esc, then answer it."
      return true
    }
    guard question.isOpen else {
      answer = "The question is closed: it takes no more answers."
      return true
    }
    guard digit < question.kind.choices else {
      answer = "Choose \(Self.digits(for: question))."
      return true
    }
    if following?.answers[question.number] != nil {
      answer = "You have answered already, and the first answer counts."
      return true
    }
    following?.answers[question.number] = digit
    drive.enqueue(.answer(question: question.number, choice: digit))
    return true
  }

  static let digits = (0..<Move.allCases.count).map { Key.character(key(of: $0)) }

  /// "1 or 2".
  static func digits(for question: Question) -> String {
    question.kind.choices == 3 ? "1, 2 or 3" : "1 or 2"
  }

  /// For a page of the person's own, which hides the question.
  var wayToAnswer: String? {
    following?.present?.question.map {
      "Your teacher asks: \(following?.isAlone == true ? "esc twice" : "esc"), then "
        + Self.digits(for: $0)
    }
  }

  /// The question that a digit is meant for: one whose box shows, or that waits for an answer.
  private var openToDigits: Question? {
    guard let following, !following.isOver, let question = following.present?.question else {
      return nil
    }
    return following.isAlone && !following.isAsked ? nil : question
  }
}
