internal import Canvas
internal import Moves

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
    guard let text = facts.text else { return run }
    let words = [text.words(named: text.name.cut(to: 20)), text.wordsOnRare, text.wordsOnRepeats]
    return "\(run)\ntext: \(words.compactMap(\.self).joined(separator: " "))"
  }

  private func place(_ steps: Int) -> String {
    if before == 0 { return "" }
    return before < steps
      ? ", going on after step \(before)" : ", all made before"
  }
}
