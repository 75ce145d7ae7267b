extension Comparison {
  /// What the curves say of the mistake.
  public enum Verdict: String, Sendable {
    case identical
    case alike
    case ahead
    case behind
    /// Not one parameter has changed.
    case still
    case notFinite = "not_finite"
    case noLoss = "no_loss"

    /// Whether the loss does not tell that anything is wrong.
    public var isHidden: Bool { [.identical, .alike, .ahead].contains(self) }
  }

  /// Curves count as alike when they are apart by less than a tenth of what the twin has learned, or
  /// three hundredths of its loss, and the higher is not half as high again.
  public var verdict: Verdict {
    if broken.losses.allSatisfy(\.isNaN), broken.norms.allSatisfy({ $0 == 0 }) { return .noLoss }
    if broken.firstNonFinite != nil { return .notFinite }
    if broken.losses.map(\.bitPattern) == twin.losses.map(\.bitPattern) { return .identical }
    if broken.moved == 0 { return .still }
    let gap = broken.lastLoss - twin.lastLoss
    let isNear = abs(gap) < max(0.1 * learned, 0.03 * twin.lastLoss)
    if isNear, broken.lastLoss < 1.5 * twin.lastLoss { return .alike }
    return gap < 0 ? .ahead : .behind
  }

  /// What happened so far, in this run's own figures, its measures written by `write`.
  public func account(_ write: (Sign.Measure) -> String) -> String {
    guard steps > 0 else { return "" }
    let measures: [Substring: Sign.Measure] = [
      "steps": .count(steps), "last": .count(min(steps, Course.lastSteps)),
      "first": .number(twin.firstLoss), "broken": .number(broken.lastLoss),
      "twin": .number(twin.lastLoss), "share": .share(shareLearned),
      "norm": .number(broken.medianNorm), "twinNorm": .number(twin.medianNorm),
      "clipped": .count(broken.clippedSteps), "twinClipped": .count(twin.clippedSteps),
      "validation": .number(Double(broken.validationLoss ?? .nan)),
      "twinValidation": .number(Double(twin.validationLoss ?? .nan)),
      "when": .count(start - 1 + (broken.firstNonFinite ?? 0)),
    ].merging(badBatchMeasures) { first, _ in first }
    return sentences.joined(separator: " ").filled { measures[$0].map(write) }
  }

  /// By how much the twin's loss has fallen.
  private var learned: Double { twin.firstLoss - twin.lastLoss }

  private var shareLearned: Double { (broken.firstLoss - broken.lastLoss) / learned }

  private var behind: String {
    if broken.lastLoss > broken.firstLoss { return "The broken run's loss has risen." }
    return learned > 0 && shareLearned < 1
      ? "The broken run has learned {share} of what the twin has."
      : "The broken run is behind its twin."
  }

  private var sentences: [String] {
    [opening, sentence, figures]
      + (badBatchMeasures.isEmpty ? [] : [Self.badBatchSentence])
      + (verdict.isHidden ? [wasThrown ? Self.recovered : breakage.hidden] : [])
  }

  private static let recovered =
    "That threw the parameters far off. They have come back since, so that the last losses hide it."

  /// Whether the bad batch did harm that the twin was spared.
  private var wasThrown: Bool {
    guard case .number(let broken)? = badBatchMeasures["afterBad"],
      case .number(let twin)? = badBatchMeasures["twinAfterBad"]
    else { return false }
    return broken > 1.5 * twin
  }

  private static let badBatchSentence =
    "The bad batch at step {bad} brought a norm of {badNorm}. In the {after} steps after it the mean "
    + "loss was {afterBad}, the twin's {twinAfterBad}."

  /// Empty until steps after the bad batch have been made.
  private var badBatchMeasures: [Substring: Sign.Measure] {
    guard let badBatch, badBatch >= start, badBatch - start + 1 < steps else { return [:] }
    let first = badBatch - start + 1
    let after = first..<min(first + 10, steps)
    return [
      "bad": .count(badBatch), "badNorm": .number(broken.norms[first - 1]),
      "after": .count(after.count), "afterBad": .number(broken.meanLoss(after)),
      "twinAfterBad": .number(twin.meanLoss(after)),
    ]
  }

  private var opening: String {
    "After {steps} steps the loss, as the mean of the last {last}, is {broken}; the twin's is "
      + "{twin}. Both began at {first}."
  }

  private var figures: String {
    "Before clipping the norm is {norm} in the median, the twin's {twinNorm}; clipped were "
      + "{clipped} and {twinClipped} steps."
      + (broken.validationLoss == nil
        ? "" : " The validation loss is {validation}, the twin's {twinValidation}.")
  }

  private var sentence: String {
    switch verdict {
    case .identical:
      "No training loss differs from the twin's by a single bit: the curve is silent."
    case .alike: "The curves are too much alike to tell that anything is wrong."
    case .ahead: "The broken run is even ahead: its curve does not tell that anything is wrong."
    case .behind: behind
    case .still:
      "Not one parameter of the broken run has changed: its curve moves only because batches differ."
    case .notFinite: "Since step {when} the loss is no finite number."
    case .noLoss: "The broken run has no loss at all."
    }
  }
}
