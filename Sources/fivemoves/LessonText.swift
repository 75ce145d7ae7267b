internal import Canvas
internal import Moves
internal import Training

/// A lesson in words, for the command line.
struct LessonText {
  private let facts: LessonFacts

  init(_ facts: LessonFacts) {
    self.facts = facts
  }

  /// One line for the help page.
  var short: String {
    "  \(facts.name.padding(to: 12))\(facts.teaches)"
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
    let run = try? Trainer(lesson: facts.name, hyperparameters: facts.defaults).facts
    return run.map { "\($0.model), \(Figure.grouped($0.parameterCount)) parameters" } ?? ""
  }

  private var steps: String {
    let chosen = facts.defaults
    let parts = chosen.microBatches > 1 ? " in \(chosen.microBatches) micro-batches" : ""
    return "\(Figure.grouped(chosen.steps)), each of \(chosen.batchSize) examples\(parts)"
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 1))
  }
}
