internal import Moves

extension RunFacts {
  /// " before update": when a step's loss is measured, behind the word; nothing where no update is
  /// made.
  func lossMoment(of whose: String? = nil) -> String {
    let update = whose.map { "\($0) update" } ?? "update"
    return switch recipe.lossMoment {
    case .beforeUpdate: " before \(update)"
    case .afterUpdate: " after \(update)"
    case .noUpdate: ""
    }
  }

  /// Whether a script's step goes back from several losses of their own, as a GAN's does, and not from
  /// parts of one.
  var sumsLosses: Bool { lesson == nil && lossName != nil && !recipe.dividesLoss }
}

extension ForwardReport {
  /// The loss of the step so far, where it reads its batch in parts; else the forward's own.
  func loss(of planned: PlannedMove) -> Float? { planned.isOfPart ? meanLoss ?? loss : loss }
}
