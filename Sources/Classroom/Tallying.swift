internal import Moves

/// The answers to the question that is open: one of each who follows, and nobody's name. Of whoever
/// leaves while it is open, none is left; once it is closed, all stays as it was.
struct Tallying {
  private(set) var tally = Question.Tally()
  private var choices = 0
  private var isOpen = false
  /// How many follow now.
  private(set) var following = 0

  /// What one of them said, and to which question.
  struct Answer {
    var question: Int
    var choice: Int
  }

  /// A question that is new has no answers yet.
  mutating func follow(_ question: Question?) {
    guard let question else { return isOpen = false }
    if question.number != tally.number {
      tally = Question.Tally()
      tally.number = question.number
      choices = question.kind.choices
      tally.counts = Array(repeating: 0, count: choices)
    }
    isOpen = question.isOpen
    attend(following)
  }

  mutating func attend(_ count: Int) {
    following = count
    if isOpen { tally.following = count }
  }

  /// - Parameter last: what this one has answered last.
  /// - Returns: whether it counts.
  mutating func take(_ answer: Answer, last: inout Answer?) -> Bool {
    guard isOpen, answer.question == tally.number, answer.question != last?.question,
      0..<choices ~= answer.choice
    else { return false }
    last = answer
    tally.counts[answer.choice] += 1
    return true
  }

  /// Whoever said this has left.
  mutating func takeBack(_ answer: Answer) {
    if isOpen, answer.question == tally.number { tally.counts[answer.choice] -= 1 }
  }
}
