internal import Moves
internal import Training

/// The data that a checkpoint was trained on, beside those that its run is to go on with.
struct ResumedData {
  private let path: String
  /// Nil where the file does not say.
  private let before: DataFacts?
  /// Whether other data were asked for.
  private let isNew: Bool

  init(_ path: String, _ before: DataFacts?, isNew: Bool) {
    self.path = path
    self.before = before
    self.isNew = isNew
  }

  /// - Throws: if a text is missing.
  func check(hasText: Bool) throws(StartError) {
    guard let before, before.origin == .file, !hasText, !isNew else { return }
    throw .otherData(
      "\(path) was trained on \(before.words). Give that text again with --text FILE, or add "
        + "--new-data to go on with the lesson's own data.")
  }

  /// A line where the data are others, or may be.
  /// - Throws: if they are others, and were not asked for.
  func remark(goingOnWith facts: RunFacts) throws(StartError) -> String? {
    guard let now = facts.data else { return nil }
    guard let before else { return doubt(facts.lesson.name, now) }
    guard !before.isSame(as: now) else { return nil }
    let (then, here) = before.words(beside: now)
    guard isNew else {
      throw .otherData("\(path) was trained on \(then), not on \(here). \(wayOut(before, now))")
    }
    return "data: \(path) was trained on \(then); from here on the run trains on \(here)."
  }

  /// What a lesson makes of the seed alone cannot be other data.
  private func doubt(_ lesson: String, _ now: DataFacts) -> String? {
    guard Lessons.readingText.contains(lesson) else { return nil }
    return "data: \(path) does not say what it was trained on; the run goes on with \(now.words)."
  }

  private func wayOut(_ before: DataFacts, _ now: DataFacts) -> String {
    switch (before.origin, now.origin) {
    case (.file, _):
      "Give that text with --text FILE, or add --new-data to go on with this one."
    case (.builtIn, .file):
      "Leave out --text to go on with \(before.name), or add --new-data to go on with \(now.name)."
    case (.builtIn, .builtIn):
      "They are of another version of fivemoves; add --new-data to go on with those of this one."
    }
  }
}
