extension Evidence {
  /// The figures that the words of `kind` name, and the number of steps.
  func figures(of kind: Sign.Kind, beside twin: Evidence?) -> [Sign.Figure] {
    let measured: [Sign.Figure?] =
      switch kind {
      case .noForward, .noBackward, .noStep, .raised: missing
      case .gradientsWiped, .stepTooEarly, .gradientsPileUp, .gradientsPartlyWiped,
        .gradientsReused, .forwardUnused:
        trailMeasures(kind)
      case .notClipped, .clippedNothing, .clippedTooLate, .clippedTooEarly: clipMeasures(kind)
      case .lossNotDivided: divisionMeasures(twin)
      case .dropoutInEvaluation, .graphInEvaluation: evaluationMeasures
      case .graphsKept, .readInOrder: passMeasures(twin)
      case .rateTooHigh, .rateTooLow, .noWarmup: rateMeasures(kind)
      // Only a script that is watched shows them, and tells their figures itself.
      case .clippedScaled, .gradientsGone, .optimizerUnreached, .lossSummed, .evaluatedInTraining,
        .evaluatedWithGraph, .lossesKept,
        .schedulerEarly,
        .parametersUnowned, .parametersUntouched, .notFinite, .updatesSkipped:
        []
      }
    let words = kind.words + (kind.wordsBesideTwin ?? "")
    let place: [Sign.Figure?] = [
      .count("steps", steps), .count("start", start), .count("now", start - 1 + steps),
    ]
    return (place + measured).compactMap(\.self).filter { words.contains("{\($0.name)}") }
  }

  private var missing: [Sign.Figure?] {
    [
      .count("forwards", trail.count(of: .forward)),
      .count("backwards", trail.count(of: .backward)), .count("empty", trail.emptySteps),
      .number("norm", norms.last), .count("count", trail.raised),
      .words("why", passes.lastFailure),
    ]
  }

  private func trailMeasures(_ kind: Sign.Kind) -> [Sign.Figure?] {
    let counts: [Sign.Kind: Int] = [
      .gradientsWiped: trail.stepsAfterWipe, .stepTooEarly: trail.earlySteps,
      .gradientsPileUp: trail.piledUp, .gradientsPartlyWiped: trail.wipedUnused,
      .gradientsReused: trail.reusedSteps, .forwardUnused: trail.unusedForwards,
    ]
    return [
      .count("backwards", trail.count(of: .backward)),
      .count("count", counts[kind] ?? 0), .count("empty", trail.emptySteps),
      .count("stale", trail.staleSteps), .number("moved", updates.moved),
      .number("first", norms.first), .number("largest", norms.largest),
    ]
  }

  private func clipMeasures(_ kind: Sign.Kind) -> [Sign.Figure?] {
    let counts: [Sign.Kind: Int] = [
      .clippedNothing: trail.clipsOnNothing, .clippedTooLate: trail.clipsTooLate,
    ]
    return [
      .count("count", counts[kind] ?? trail.unclippedSteps),
      .number("ceiling", norms.ceiling),
      .count("above", norms.usedAboveCeiling), .number("largest", norms.largestUsed),
    ]
  }

  private func divisionMeasures(_ twin: Evidence?) -> [Sign.Figure?] {
    return [
      .count("count", passes.undivided),
      .count("parts", facts.settings.parts),
      .number("first", norms.first),
      .number("ratio", norms.first.flatMap { first in twin?.norms.first.map { first / $0 } }),
    ]
  }

  private var evaluationMeasures: [Sign.Figure?] {
    [
      .count("masks", evaluations.masks), .number("difference", evaluations.difference),
      .count("recorded", evaluations.recorded),
      .count("numbers", evaluations.numbers),
    ]
  }

  private func passMeasures(_ twin: Evidence?) -> [Sign.Figure?] {
    [
      twin.map { .count("twinLive", $0.passes.lastAlive) },
      .count("live", passes.lastAlive), .count("first", passes.firstAlive ?? 0),
      .count("forwards", trail.count(of: .forward)),
      .count("count", passes.inOrder), .count("pairs", passes.neighbours),
    ]
  }

  private func rateMeasures(_ kind: Sign.Kind) -> [Sign.Figure?] {
    guard kind == .noWarmup else {
      return [
        .rate("rate", updates.highestRate),
        kind == .rateTooLow
          ? .share("ratio", updates.highestRate / updates.highestUsualRate)
          : times(updates.highestRate / updates.highestUsualRate),
        .share("share", updates.largestShare),
      ]
    }
    let first = updates.firstRate ?? 0
    return [
      .rate("rate", first), times(first / updates.firstUsualRate),
      .share("share", updates.firstShare),
    ]
  }

  /// A whole number of times is written as one.
  private func times(_ ratio: Double) -> Sign.Figure? {
    let whole = ratio.rounded()
    return abs(ratio - whole) < 1e-9 * ratio
      ? .count("ratio", Int(whole)) : .number("ratio", ratio)
  }
}
