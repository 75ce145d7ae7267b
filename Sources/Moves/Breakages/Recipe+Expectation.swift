extension Recipe {
  /// What will go wrong in a run of this recipe, found by going through its moves without numbers.
  /// - Parameter isDeep: whether the way back multiplies by parameters, as in all networks of more
  ///   than one layer: then a step between forward and backward spoils that backward.
  /// - Parameter hasGradients: whether it goes on from a good loop's step, whose gradients are there.
  public func expectedSigns(
    _ chosen: Hyperparameters, isDeep: Bool = true, hasGradients: Bool = false
  ) -> [Sign.Kind] {
    var rehearsal = Rehearsal(of: self, isDeep: isDeep, hasGradients: hasGradients)
    let plan = planned(microBatches: chosen.microBatches)
    for step in 1...3 {
      for (place, planned) in plan.enumerated() {
        rehearsal.make(planned.move, step, isLast: place == plan.count - 1)
      }
    }
    return (rehearsal.trail.kinds + kindsAround(chosen)).sorted()
  }

  private func kindsAround(_ chosen: Hyperparameters) -> [Sign.Kind] {
    var kinds: [Sign.Kind] = []
    if !dividesLoss, chosen.microBatches > 1, moves.contains(.backward) {
      kinds.append(.lossNotDivided)
    }
    if !callsEval, chosen.dropout > 0 { kinds.append(.dropoutInEvaluation) }
    if !usesNoGrad { kinds.append(.graphInEvaluation) }
    if keepsLossTensor, moves.contains(.forward) { kinds.append(.graphsKept) }
    if !shufflesData, chosen.batchSize > 1, moves.contains(.forward) { kinds.append(.readInOrder) }
    return kinds
  }
}

/// The moves made in thought: only whether a graph and gradients are there.
private struct Rehearsal {
  private let recipe: Recipe
  private let isDeep: Bool
  private(set) var trail: GradientTrail
  private var gradients: Int
  private var graph = Graph.none

  private enum Graph { case none, ready, spoiled, used }

  init(of recipe: Recipe, isDeep: Bool, hasGradients: Bool) {
    (self.recipe, self.isDeep) = (recipe, isDeep)
    trail = GradientTrail(hasGradients: hasGradients)
    gradients = hasGradients ? 1 : 0
  }

  /// - Parameter isLast: whether it ends its training step.
  mutating func make(_ move: Move, _ step: Int, isLast: Bool) {
    let isRaised = move == .backward && graph != .ready
    trail.take(
      TrailEvent(
        step: step, move: move, gradients: gradients, isRaised: isRaised,
        endsBeforeForward: isLast && recipe.beginsWithForward,
        endsBeforeZeroGrad: isLast && recipe.wipesBeforeStep))
    guard !isRaised else { return }
    switch move {
    case .zeroGrad: gradients = 0
    case .forward: graph = .ready
    case .backward: (graph, gradients) = (.used, 1)
    case .step where isDeep && gradients > 0 && graph == .ready: graph = .spoiled
    case .clip, .step: break
    }
  }
}
