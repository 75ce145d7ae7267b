extension Evidence {
  /// The figures that the words of `kind` tell, as far as they are known.
  func figures(of kind: Sign.Kind, beside twin: Evidence?) -> [Sign.Figure] {
    let figures: [Sign.Figure?] =
      switch kind {
      case .noForward: [inSteps]
      case .noBackward: [inSteps, forwards, .count(.empty, trail.emptySteps)]
      case .noStep: [inSteps, backwards, .number(.norm, norms.last)]
      case .raised: [inSteps, .count(.count, trail.raised), .words(.why, passes.lastFailure)]
      case .gradientsWiped: [inSteps, .count(.count, trail.stepsAfterWipe), moved]
      case .stepTooEarly:
        [
          inSteps, .count(.count, trail.earlySteps), .count(.empty, trail.emptySteps),
          .count(.stale, trail.staleSteps), moved,
        ]
      case .gradientsPileUp:
        [
          atStart, backwards, .count(.count, trail.piledUp), .number(.first, norms.first),
          .number(.largest, norms.largest),
        ]
      case .gradientsPartlyWiped: [inSteps, .count(.count, trail.wipedUnused)]
      case .gradientsReused: [inSteps, .count(.count, trail.reusedSteps)]
      case .forwardUnused: [inSteps, .count(.count, trail.unusedForwards)]
      case .notClipped: [inSteps] + aboveCeiling
      case .clippedNothing: [inSteps, .count(.count, trail.clipsOnNothing)] + aboveCeiling
      case .clippedTooLate: [inSteps, .count(.count, trail.clipsTooLate)] + aboveCeiling
      case .clippedTooEarly: [inSteps, .count(.count, trail.unclippedSteps)] + aboveCeiling
      case .lossNotDivided:
        [
          atStart, .count(.count, passes.undivided), .count(.parts, facts.settings.parts),
          .number(.first, norms.first),
          .number(.ratio, norms.first.flatMap { first in twin?.norms.first.map { first / $0 } }),
        ]
      case .dropoutInEvaluation:
        [.count(.masks, evaluations.masks), .number(.difference, evaluations.difference)]
      case .graphInEvaluation:
        [.count(.recorded, evaluations.recorded), .count(.numbers, evaluations.numbers)]
      case .graphsKept:
        [
          twin.map { .count(.twinLive, $0.passes.lastAlive) }, .count(.live, passes.lastAlive),
          .count(.first, passes.firstAlive ?? 0), forwards,
        ]
      case .readInOrder: [.count(.count, passes.inOrder), .count(.pairs, passes.neighbours)]
      case .rateTooHigh: rates(times(updates.highestRate / updates.highestUsualRate))
      case .rateTooLow: rates(.share(.ratio, updates.highestRate / updates.highestUsualRate))
      case .noWarmup:
        [
          atStart, .rate(.rate, updates.firstRate ?? 0),
          times((updates.firstRate ?? 0) / updates.firstUsualRate),
          .share(.share, updates.firstShare),
        ]
      // Only a script that is watched shows them, and tells their figures itself.
      case .clippedScaled, .gradientsGone, .optimizerUnreached, .lossSummed, .evaluatedInTraining,
        .evaluatedWithGraph, .lossesKept, .schedulerEarly, .parametersUnowned,
        .parametersUntouched, .notFinite, .updatesSkipped:
        []
      }
    return figures.compactMap(\.self)
  }

  private var inSteps: Sign.Figure { .count(.steps, steps) }
  private var atStart: Sign.Figure { .count(.start, start) }
  private var forwards: Sign.Figure { .count(.forwards, trail.count(of: .forward)) }
  private var backwards: Sign.Figure { .count(.backwards, trail.count(of: .backward)) }
  private var moved: Sign.Figure? { .number(.moved, updates.moved) }

  private var aboveCeiling: [Sign.Figure?] {
    [
      .number(.ceiling, norms.ceiling), .count(.above, norms.usedAboveCeiling),
      .number(.largest, norms.largestUsed),
    ]
  }

  private func rates(_ ratio: Sign.Figure?) -> [Sign.Figure?] {
    [.rate(.rate, updates.highestRate), ratio, .share(.share, updates.largestShare)]
  }

  /// A whole number of times is written as one.
  private func times(_ ratio: Double) -> Sign.Figure? {
    let whole = ratio.rounded()
    return abs(ratio - whole) < 1e-9 * ratio
      ? .count(.ratio, Int(whole)) : .number(.ratio, ratio)
  }
}
