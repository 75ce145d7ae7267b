/// Which loss a training step has: where a loop makes more than one forward, an update may stand
/// between two of them.
extension Recipe {
  /// The places, among the moves of a step, of the forwards whose mean loss is the step's: those that
  /// read with the same parameters as its first.
  public func lossPlaces(microBatches: Int) -> [Int] {
    let moves = planned(microBatches: microBatches).map(\.move)
    guard let first = moves.firstIndex(of: .forward) else { return [] }
    let end = moves[first...].firstIndex(of: .step) ?? moves.endIndex
    return (first..<end).filter { moves[$0] == .forward }
  }

  /// When it is measured.
  public enum LossMoment: Sendable {
    case beforeUpdate, afterUpdate
    /// The loop makes no update.
    case noUpdate
  }

  public var lossMoment: LossMoment {
    guard let step = moves.firstIndex(of: .step) else { return .noUpdate }
    guard let forward = moves.firstIndex(of: .forward) else { return .beforeUpdate }
    return step < forward ? .afterUpdate : .beforeUpdate
  }
}

extension RunFacts {
  /// Of how many losses a step's loss is the mean.
  public var lossCount: Int { recipe.lossPlaces(microBatches: settings.parts).count }

  /// Which of the losses that a step's loss is the mean of this forward gave; nil for any other.
  public func lossPlace(of report: MoveReport) -> (number: Int, count: Int)? {
    let places = recipe.lossPlaces(microBatches: report.planned.microBatches ?? 1)
    return places.firstIndex(of: report.position).map { ($0 + 1, places.count) }
  }

  /// Whether an update of its step stands before this forward, so that its loss is not the step's.
  public func isAfterUpdate(_ report: MoveReport) -> Bool {
    guard let forward = report.forward, forward.meanLoss == nil,
      let parts = report.planned.microBatches
    else { return false }
    let places = recipe.lossPlaces(microBatches: parts)
    return places.last.map { $0 < report.position } ?? false
  }
}
