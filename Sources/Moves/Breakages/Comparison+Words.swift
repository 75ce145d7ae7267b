extension Comparison {
  /// What happened so far, in this run's own figures as the screen writes them.
  public var words: String {
    guard steps > 0 else { return "" }
    let measures = measures
    return sentences.filter { !$0.isEmpty }.joined(separator: " ").filled {
      measures[$0]?.text
    }
  }

  private var measures: [Substring: Sign.Measure] {
    let (loss, other) = shownLosses(after: steps)
    let first = twin.firstLoss.asShown
    var measures: [Substring: Sign.Measure] = [
      "steps": .count(steps), "last": .count(lastSteps),
      "first": .number(first), "brokenFirst": .number(broken.firstLoss),
      "broken": .number(loss), "twin": .number(other),
      "gap": .share(abs(loss - other) / other), "times": .times(loss / other),
      "share": .share((first - loss) / (first - other)),
      "norm": .number(broken.medianNorm), "twinNorm": .number(twin.medianNorm),
      "clipped": .count(broken.clippedSteps), "twinClipped": .count(twin.clippedSteps),
      "validation": .number(Double(broken.validationLoss ?? .nan)),
      "twinValidation": .number(Double(twin.validationLoss ?? .nan)),
      "validationStep": .count(validationStep),
      "when": .count(start - 1 + (broken.firstNonFinite ?? 0)),
      "twinWhen": .count(start - 1 + (twin.firstNonFinite ?? 0)),
    ]
    if let badBatch, badBatch >= start, badBatch - start < steps {
      measures["bad"] = .count(badBatch)
      measures["badNorm"] = .number(broken.norms[badBatch - start])
    }
    guard let widest else { return measures }
    measures["from"] = .count(start + widest.steps.lowerBound)
    measures["to"] = .count(start + widest.steps.upperBound - 1)
    measures["wide"] = .number(widest.broken)
    measures["twinWide"] = .number(widest.twin)
    return measures
  }

  private var sentences: [String] {
    (broken.hasLoss ? [opening, beginning, sentence] : [lossless]) + onTheWay
      + [norms, clips, validation]
      + (verdict.isHidden && steps > 1 && !showsInValidation ? [breakage.hidden] : [])
  }

  private var lossless: String {
    steps == 1
      ? "The broken run has no loss at all; the twin's is {twin}."
      : "The broken run has no loss at all; the twin's, as the mean of its last {last}, is {twin}."
  }

  private var opening: String {
    steps == 1
      ? "After 1 step the loss is {broken}; the twin's is {twin}."
      : "After {steps} steps the loss, as the mean of the last {last}, is {broken}; the twin's is "
        + "{twin}."
  }

  /// A training step with more forwards before its update, or with the update before them, does not
  /// begin as its twin does.
  private var beginning: String {
    broken.firstLoss.asShown == twin.firstLoss.asShown
      ? "Both began at {first}."
      : "The twin began at {first}; the broken run's first step has the loss {brokenFirst}."
  }

  private var sentence: String {
    switch verdict {
    case .identical where steps == 1:
      "It was measured before the first update, so nothing can differ yet."
    case .identical: "No training loss differs from the twin's, not even by one bit."
    case .still:
      "No parameter of the broken run has changed: its curve moves only because batches differ."
    case .alike: alike
    case .ahead:
      "The broken run's loss is even lower, by {gap}: the curve does not show that anything is wrong."
    case .recovered: "At the end the losses do not show that anything is wrong."
    case .behind: "The broken run's loss is \(behind)\(fall)."
    case .notFinite:
      "In step {when} the broken run's loss first became inf or NaN"
        + (twin.firstNonFinite == nil ? "." : "; the twin's did in step {twinWhen}.")
    case .twinNotFinite:
      "In step {twinWhen} the twin's loss first became inf or NaN; the broken run's never did."
    case .noLoss: ""
    }
  }

  private var alike: String {
    let (loss, other) = shownLosses(after: steps)
    return loss == other
      ? "At the end the losses agree in every digit shown: they do not show that anything is wrong."
      : "At the end the losses are {gap} apart: too little to show that anything is wrong."
  }

  private var behind: String {
    shownLosses(after: steps).twin > 0 ? "{times} times the twin's" : "above the twin's"
  }

  /// How far the broken run's loss has fallen, where the figures shown say it.
  private var fall: String {
    let (loss, other) = shownLosses(after: steps)
    let first = twin.firstLoss.asShown
    if loss > first { return ", and higher than at the start" }
    let share = (first - loss) / (first - other)
    let isTold = first > other && share < 0.995
    return isTold ? "; it came {share} of the twin's way down from {first}" : ""
  }

  private var onTheWay: [String] {
    let bad = badBatch.map { $0 >= start && $0 - start < steps } == true
    let batch = bad ? ["The bad batch in step {bad} gave a gradient norm of {badNorm}."] : []
    let isTold = bad || isWide && [.alike, .ahead, .recovered].contains(verdict)
    guard let widest, isTold else { return batch }
    let stretch =
      widest.steps.count == 1 ? "In step {from} the loss" : "From step {from} to {to} the mean loss"
    return batch + ["\(stretch) was {wide}; the twin's, {twinWide}."]
      + (verdict == .recovered ? ["The curves were far apart there."] : bad ? [] : [lowerThere])
  }

  private var lowerThere: String {
    "The curves were far apart there, the broken run's being the lower one."
  }

  private var norms: String {
    "The median of the gradient norm before clipping is {norm}; the twin's is {twinNorm}."
  }

  private var clips: String { "{clipped} steps were clipped; the twin's, {twinClipped}." }

  private var validation: String {
    broken.validationLoss == nil
      ? ""
      : "After step {validationStep} the validation loss was {validation}; the twin's, "
        + "{twinValidation}." + (verdict.isHidden && showsInValidation ? " There it shows." : "")
  }

  /// Whether new data tell the two apart where the training losses do not.
  private var showsInValidation: Bool {
    guard let loss = broken.validationLoss, let other = twin.validationLoss else { return false }
    return loss > 1.2 * other
  }
}
