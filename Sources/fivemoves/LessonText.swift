internal import Moves
internal import Training

/// A lesson in words, for the command line.
struct LessonText {
  private let facts: LessonFacts

  init(_ facts: LessonFacts) {
    self.facts = facts
  }

  /// For the help page, in its columns.
  var short: String {
    Entry(facts.name, facts.teaches).lines
  }

  /// What it teaches, learns from and trains, and how to start it.
  var long: String {
    """
    \(facts.name)
      \(facts.teaches)
      data    \(facts.data)
      model   \(model)
      steps   \(steps)
      start   fivemoves \(facts.name)\(ownText)

    """
  }

  private var ownText: String {
    guard Lessons.readingText.contains(facts.name) else { return "" }
    return "\n  yours   fivemoves \(facts.name) --text FILE"
  }

  private var model: String {
    // Reckoned, since making every network takes memory for nothing.
    let need = try? Lessons.memoryNeed(of: facts.name, facts.defaults, text: nil)
    let count = need.map { ", \($0.parameters.grouped) parameters" } ?? ""
    return (Lessons.model(of: facts.name) ?? "") + count
  }

  private var steps: String {
    let chosen = facts.defaults
    let parts = chosen.microBatches > 1 ? " in \(chosen.microBatches) micro-batches" : ""
    return "\(chosen.steps.grouped), each of \(chosen.batchSize) examples\(parts)"
  }
}
