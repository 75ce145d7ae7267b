internal import Moves

/// Why there is no picture of what was asked for.
enum PictureError: Error, CustomStringConvertible {
  case noPanel(String, lesson: String, known: [String])
  case noMoment(String, reached: Int)
  case isPastEnd(String, steps: Int, moment: Int)
  case isNotTold(String, nearest: Int)

  var description: String {
    switch self {
    case .noPanel(let panel, let lesson, let known):
      "the lesson \(lesson) has no panel \(panel) here; it has \(known.listed)."
    case .noMoment(let moment, let reached):
      "there is no \(moment) in this run, which stands at step \(reached); give --at a moment that "
        + "it comes to."
    case .isPastEnd(let moment, let steps, let step):
      "\(moment) is past the end of this run, which makes \(steps.counted("step")); give --at a "
        + "step up to \(steps.grouped), or train longer with --steps \(step)."
    case .isNotTold(let moment, let nearest):
      "this recording does not tell of \(moment); the nearest step that it tells of is \(nearest)."
    }
  }
}

extension [String] {
  /// "code, reading and words".
  var listed: String { listed(with: "and") }

  /// "a is now 2, not 1, and b is now 3, not 2": each has a comma of its own.
  var joinedClauses: String {
    guard let last, count > 1 else { return first ?? "" }
    return (dropLast() + ["and \(last)"]).joined(separator: ", ")
  }

  /// "ascii, block or braille".
  func listed(with word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}
