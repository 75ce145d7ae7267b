internal import Moves
internal import Visualizer

/// The first lines of a run without a screen: its network, its length, and the text that it reads.
struct Opening {
  let facts: RunFacts
  /// Steps that were made before this sitting.
  var before = 0

  var lines: String {
    let settings = facts.settings
    let parts = [
      facts.model, facts.parameterCount?.counted("parameter"), settings.seed.map { "seed \($0)" },
      settings.steps.map { $0.counted("step") + place($0) },
    ]
    let run = "\(facts.name): " + parts.compactMap(\.self).joined(separator: ", ")
    let text = [facts.text?.words, facts.text?.wordsOnRare, facts.text?.wordsOnRepeats]
      .compactMap { $0 }
    return text.isEmpty ? run : "\(run)\ntext: \(text.joined(separator: " "))"
  }

  private func place(_ steps: Int) -> String {
    if before == 0 { return "" }
    return before < steps
      ? ", going on after step \(before)" : ", all made before"
  }
}
