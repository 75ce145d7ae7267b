internal import Moves
internal import Visualizer

/// The first lines of a run without a screen: its network, its length, and the text that it reads.
struct Opening {
  let facts: RunFacts
  /// Steps that were made before this sitting.
  var before = 0

  var lines: String {
    let (chosen, count) = (facts.hyperparameters, facts.parameterCount.counted("parameter"))
    let run =
      "\(facts.lesson.name): \(facts.model), \(count), seed \(chosen.seed), "
      + chosen.steps.counted("step") + (before > 0 ? ", going on after step \(before)" : "")
    let text = [facts.text?.words, facts.text?.wordsOnRare, facts.text?.wordsOnRepeats]
      .compactMap { $0 }
    return text.isEmpty ? run : "\(run)\ntext: \(text.joined(separator: " "))"
  }
}
