internal import Moves

/// The answers to the question that is open: one of each who follows, and nobody's name.
struct Tallying {
  private(set) var tally = Question.Tally()
  private var choices = 0
  private var isOpen = false

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
  }

  /// - Parameter last: the number of the question that this one has answered last.
  /// - Returns: whether it counts.
  mutating func take(_ number: Int, _ choice: Int, last: inout Int) -> Bool {
    guard isOpen, number == tally.number, number != last, 0..<choices ~= choice else {
      return false
    }
    last = number
    tally.counts[choice] += 1
    return true
  }
}
