internal import Moves

/// Why there is no picture of what was asked for.
enum PictureError: Error, CustomStringConvertible {
  case noPanel(String, lesson: String, known: [String])
  case noMoment(String, reached: Int)
  case isNotTold(String, nearest: Int)

  var description: String {
    switch self {
    case .noPanel(let panel, let lesson, let known):
      "the lesson \(lesson) has no panel \(panel) here; it has \(known.listed)."
    case .noMoment(let moment, let reached):
      "there is no \(moment) in this run, which stands at step \(reached); give --at a moment that "
        + "it comes to."
    case .isNotTold(let moment, let nearest):
      "this recording does not tell of \(moment); the nearest step that it tells of is \(nearest)."
    }
  }
}

extension [String] {
  /// "code, reading and words".
  var listed: String { listed(with: "and") }

  /// "ascii, block or braille".
  func listed(with word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}
