extension Evidence {
  /// The signs of every mistake that the counters show; none for a loop as it should be.
  /// - Parameter twin: the same run without the mistake, for figures that compare.
  public func signs(beside twin: Evidence? = nil) -> [Sign] {
    guard steps > 0 else { return [] }
    return (trail.kinds + kindsAround).filter(isMistake).sorted()
      .map { Sign($0, figures(of: $0, beside: twin)) }
  }

  /// Whoever never clips in a loop of their own may not want to.
  private func isMistake(_ kind: Sign.Kind) -> Bool {
    kind != .notClipped || facts.lesson != nil
  }

  private var kindsAround: [Sign.Kind] {
    var kinds: [Sign.Kind] = []
    if passes.undivided > 0 { kinds.append(.lossNotDivided) }
    if evaluations.masks > 0 { kinds.append(.dropoutInEvaluation) }
    if evaluations.recorded > 0 { kinds.append(.graphInEvaluation) }
    if isKeepingGraphs { kinds.append(.graphsKept) }
    if passes.inOrder * 2 > passes.neighbours { kinds.append(.readInOrder) }
    return kinds + rateKinds
  }

  /// A loop that drops its losses has one graph alive; one that keeps them has all.
  private var isKeepingGraphs: Bool {
    guard let first = passes.firstAlive else { return false }
    return first > 0 && passes.lastAlive >= first * trail.count(of: .forward)
      && trail.count(of: .forward) > 1
  }

  private var rateKinds: [Sign.Kind] {
    guard let first = updates.firstRate else { return [] }
    if let peak = reference.schedule?.peak, updates.highestRate >= 10 * peak {
      return [.rateTooHigh]
    }
    if updates.highestRate <= 0.1 * updates.highestUsualRate { return [.rateTooLow] }
    return first >= 2 * updates.firstUsualRate ? [.noWarmup] : []
  }
}
