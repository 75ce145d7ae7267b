extension Comparison {
  /// What happened so far, in this run's own figures as the screen writes them.
  public var words: String {
    guard steps > 0 else { return "" }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var sentences: [String] {
    (broken.hasLoss ? [opening, beginning, sentence] : [lossless]) + onTheWay
      + [norms, clips, validation]
      + (verdict.isHidden && steps > 1 && !showsInValidation ? [breakage.hidden] : [])
  }

  private var losses: (broken: Double, twin: Double) { shownLosses(after: steps) }
  private var brokenLoss: String { Figures.plain(losses.broken) }
  private var twinLoss: String { Figures.plain(losses.twin) }
  private var firstLoss: Double { twin.firstLoss.asShown }

  private var lossless: String {
    "The broken run has no loss at all; the twin's\(meanOfLast(of: "its")) is \(twinLoss)."
  }

  private var opening: String {
    "After \(steps.counted("step")) the loss\(meanOfLast(of: "the")) is \(brokenLoss); the twin's is "
      + "\(twinLoss)."
  }

  private func meanOfLast(of whose: String) -> String {
    steps == 1 ? "" : ", as the mean of \(whose) last \(lastSteps.grouped),"
  }

  /// A training step with more forwards before its update, or with the update before them, does not
  /// begin as its twin does.
  private var beginning: String {
    let first = Figures.plain(firstLoss)
    return broken.firstLoss.asShown == firstLoss
      ? "Both began at \(first)."
      : "The twin began at \(first); the broken run's first step has the loss "
        + "\(Figures.plain(broken.firstLoss))."
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
      "The broken run's loss is even lower, by \(gap): the curve does not show that anything is wrong."
    case .recovered: "At the end the losses do not show that anything is wrong."
    case .behind: "The broken run's loss is \(behind)\(fall)."
    case .notFinite:
      "In step \(stepLost(broken)) the broken run's loss first became inf or NaN"
        + (twin.firstNonFinite == nil ? "." : "; the twin's did in step \(stepLost(twin)).")
    case .twinNotFinite:
      "In step \(stepLost(twin)) the twin's loss first became inf or NaN; the broken run's never did."
    case .noLoss: ""
    }
  }

  private func stepLost(_ course: Course) -> String {
    (start - 1 + (course.firstNonFinite ?? 0)).grouped
  }

  private var gap: String { Figures.share(abs(losses.broken - losses.twin) / losses.twin) }

  private var alike: String {
    losses.broken == losses.twin
      ? "At the end the losses agree in every digit shown: they do not show that anything is wrong."
      : "At the end the losses are \(gap) apart: too little to show that anything is wrong."
  }

  private var behind: String {
    losses.twin > 0
      ? "\(Figures.ratio(losses.broken / losses.twin)) times the twin's" : "above the twin's"
  }

  /// How far the broken run's loss has fallen, where the figures shown say it.
  private var fall: String {
    let ((loss, other), first) = (losses, firstLoss)
    if loss > first { return ", and higher than at the start" }
    let share = (first - loss) / (first - other)
    return first > other && share < 0.995
      ? "; it came \(Figures.share(share)) of the twin's way down from \(Figures.plain(first))" : ""
  }

  private var onTheWay: [String] {
    let bad = badBatch.flatMap { $0 >= start && $0 - start < steps ? $0 : nil }
    let batch = bad.map { step in
      "The bad batch in step \(step.grouped) gave a gradient norm of "
        + "\(Figures.plain(broken.norms[step - start]))."
    }
    let isTold = bad != nil || isWide && [.alike, .ahead, .recovered].contains(verdict)
    let told = [batch].compactMap(\.self)
    guard let widest, isTold else { return told }
    return told + [words(on: widest)]
      + (verdict == .recovered
        ? ["The curves were far apart there."] : bad != nil ? [] : [lowerThere])
  }

  private func words(on stretch: Stretch) -> String {
    let from = (start + stretch.steps.lowerBound).grouped
    let to = (start + stretch.steps.upperBound - 1).grouped
    return (from == to ? "In step \(from) the loss" : "From step \(from) to \(to) the mean loss")
      + " was \(Figures.plain(stretch.broken)); the twin's, \(Figures.plain(stretch.twin))."
  }

  private var lowerThere: String {
    "The curves were far apart there, the broken run's being the lower one."
  }

  private var norms: String {
    "The median of the gradient norm before clipping is \(Figures.plain(broken.medianNorm)); the "
      + "twin's is \(Figures.plain(twin.medianNorm))."
  }

  private var clips: String {
    "\(broken.clippedSteps.counted("step was", "steps were")) clipped; the twin's, "
      + "\(twin.clippedSteps.grouped)."
  }

  private var validation: String {
    guard let loss = broken.validationLoss else { return "" }
    return
      "After step \(validationStep.grouped) the validation loss was \(Figures.loss(loss)); the "
      + "twin's, \(Figures.loss(twin.validationLoss))."
      + (verdict.isHidden && showsInValidation ? " There it shows." : "")
  }

  /// Whether new data tell the two apart where the training losses do not.
  private var showsInValidation: Bool {
    guard let loss = broken.validationLoss, let other = twin.validationLoss else { return false }
    return loss > 1.2 * other
  }
}
