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

  /// What it teaches, learns from and trains.
  var long: String {
    let run = try? Trainer(lesson: facts.name, hyperparameters: facts.defaults).facts
    let model = run.map { "\($0.model), \($0.parameterCount) parameters" } ?? ""
    return """
      \(facts.name)
        \(facts.teaches)
        data   \(facts.data)
        model  \(model)
        steps  \(facts.defaults.steps)

      """
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 1))
  }
}
