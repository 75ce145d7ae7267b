internal import Moves
internal import Storage
internal import Training

/// The data that a checkpoint was trained on, beside those that its run is to go on with.
struct ResumedData {
  private let path: String
  private let run: RunDescription
  /// Nil where the file does not say.
  private let before: DataFacts?
  /// Whether other data were asked for.
  private let isNew: Bool

  init(_ path: String, _ run: RunDescription, _ before: DataFacts?, isNew: Bool) {
    self.path = path
    self.run = run
    self.before = before
    self.isNew = isNew
  }

  /// - Throws: if a text is missing.
  func check(hasText: Bool) throws(StartError) {
    guard let before, before.origin == .file, !hasText, !isNew else { return }
    let other =
      ownDataFit ? ", or add --new-data to go on with the lesson's own data" : ""
    throw .otherData(
      "\(path.asFile) was trained on \(before.words). Give that text again with --text FILE\(other)."
    )
  }

  /// Whether the network reads what the lesson brings: it may know other characters.
  private var ownDataFit: Bool {
    let own = Lessons.named(run.lesson).flatMap {
      try? Trainer(lesson: run.lesson, hyperparameters: $0.defaults)
    }
    return own?.facts.vocabulary == run.vocabulary
  }

  /// A line where the data are others, or may be.
  /// - Throws: if they are others, and were not asked for.
  func remark(goingOnWith facts: RunFacts) throws(StartError) -> String? {
    guard let now = facts.data else { return nil }
    guard let before else { return doubt(facts.name, now) }
    guard !before.isSame(as: now) else { return nil }
    let (then, here) = before.words(beside: now)
    guard isNew else {
      let ways = wayOut(before, now, isOpen: facts.vocabulary == run.vocabulary)
      throw .otherData("\(path.asFile) was trained on \(then), not on \(here). \(ways).")
    }
    return "data: \(path.asFile) was trained on \(then); from here on the run trains on \(here)."
  }

  /// What a lesson makes of the seed alone cannot be other data.
  private func doubt(_ lesson: String, _ now: DataFacts) -> String? {
    guard Lessons.readingText.contains(lesson) else { return nil }
    return
      "data: \(path.asFile) does not say what it was trained on; the run goes on with \(now.words)."
  }

  /// - Parameter isOpen: whether the network can go on with the data there are now.
  private func wayOut(_ before: DataFacts, _ now: DataFacts, isOpen: Bool) -> String {
    let (back, on) =
      switch (before.origin, now.origin) {
      case (.file, _): ("Give that text with --text FILE", "this one")
      case (.builtIn, .file): ("Leave out --text to go on with \(before.name)", now.name.asFile)
      case (.builtIn, .builtIn):
        ("Go on with that version of fivemoves, which has those", "those of this one")
      }
    return isOpen ? "\(back), or add --new-data to go on with \(on)" : back
  }
}
