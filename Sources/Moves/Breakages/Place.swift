/// Where a mistake is seen best: a lesson, and what is set in it.
public struct Place: Sendable, Equatable {
  /// As they are written behind the name of the program: "line --max-norm 1000".
  public let words: String
  /// Why it shows there, in a few words.
  public let why: String

  init(_ words: String, why: String) { (self.words, self.why) = (words, why) }

  public var lesson: String { parts[0] }

  private var parts: [String] { words.split(separator: " ").map(String.init) }

  /// The hyperparameters there, where these are the lesson's own.
  public func hyperparameters(from defaults: Hyperparameters) -> Hyperparameters {
    var chosen = defaults
    for i in stride(from: 1, to: parts.count, by: 2) {
      let isSet = Hyperparameter.named(option: parts[i])?.set(&chosen, parts[i + 1])
      precondition(isSet == true, "no setting: \(words)")
    }
    return chosen
  }

  /// Whether this is such a run, with whatever seed.
  public func isSame(as run: RunFacts) -> Bool {
    guard let own = run.lesson, let chosen = run.hyperparameters else { return false }
    var there = hyperparameters(from: own.defaults)
    there.seed = chosen.seed
    return own.name == lesson && run.text == nil && chosen == there
  }
}
