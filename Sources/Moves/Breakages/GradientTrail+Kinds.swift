extension GradientTrail {
  /// The mistakes in the moves and their order.
  var kinds: [Sign.Kind] {
    found([
      (.noForward, count(of: .forward) == 0),
      (.noBackward, count(of: .backward) == 0 && count(of: .forward) > 0),
      (.noStep, count(of: .step) == 0 && count(of: .backward) > 0),
      (.raised, raised > 0),
      (.gradientsWiped, stepsAfterWipe > 0),
      (.stepTooEarly, earlySteps > 0),
      (.gradientsPileUp, piledUp > 0),
      (.gradientsPartlyWiped, wipedUnused > 0 && usefulSteps > 0 && stepsAfterWipe == 0),
      (.gradientsReused, reusedSteps > 0),
      (.forwardUnused, unusedForwards > 0 && count(of: .backward) > 0),
    ]) + clippingKinds
  }

  private var clippingKinds: [Sign.Kind] {
    let clips = count(of: .clip) > 0
    return found([
      (.notClipped, unclippedSteps > 0 && !clips),
      (.clippedNothing, clipsOnNothing > 0),
      (.clippedTooLate, clipsTooLate > 0),
      // Those that a clip on nothing, or after step, does not explain.
      (.clippedTooEarly, clips && unclippedSteps > clipsOnNothing + clipsTooLate),
    ])
  }

  private func found(_ list: [(kind: Sign.Kind, isThere: Bool)]) -> [Sign.Kind] {
    list.filter(\.isThere).map(\.kind)
  }
}
