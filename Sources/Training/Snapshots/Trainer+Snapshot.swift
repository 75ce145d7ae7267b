import Autograd
import Models
import Moves

extension Trainer {
  /// All that training needs to go on from here, wherever in a step that is.
  public func snapshot() -> Snapshot {
    var snapshot = Snapshot(
      completedSteps: completedSteps, clippedSteps: clippedSteps, evaluationIsDue: evaluationIsDue,
      model: ModelState(of: parameters), optimizer: optimizer.state,
      random: RandomState(
        batches: batches, sampling: sampling, dropout: task.dropoutStream?.state))
    snapshot.progress = progress
    snapshot.live = live?.origin
    snapshot.keptOperations = tape.keptNodeCount
    return snapshot
  }

  /// Goes on from `snapshot`, which is of a run of the same lesson, shape and recipe.
  public func restore(_ snapshot: Snapshot) {
    precondition(snapshot.position < moveCount, "move \(snapshot.position) of \(moveCount)")
    snapshot.model.put(into: parameters)
    optimizer.state = snapshot.optimizer
    (batches, sampling) = (snapshot.random.batches, snapshot.random.sampling)
    if let dropout = snapshot.random.dropout { task.dropoutStream?.state = dropout }
    (completedSteps, clippedSteps) = (snapshot.completedSteps, snapshot.clippedSteps)
    evaluationIsDue = snapshot.evaluationIsDue
    progress = snapshot.progress
    tape.reset(toKept: recipe.keepsLossTensor ? snapshot.keptOperations : 0)
    exhaustion = nil
    noteExhaustion(of: tape)
    live = snapshot.live.map { LivePass(pass: nil, origin: $0) }
  }

  /// The forward pass that backward goes through, made again if a restore has lost it.
  func livePass() -> ForwardPass? {
    makeLivePass()
    return live?.pass
  }

  func makeLivePass() {
    guard live?.pass == nil, let origin = live?.origin else { return }
    live?.pass = madeAgain(origin)
  }

  /// The same forward pass once more: the same parameters, examples and dropout, so the same bits.
  private func madeAgain(_ origin: LivePass.Origin) -> ForwardPass {
    let (now, dropout) = (Array(parameters.values), task.dropoutStream?.state)
    defer {
      _ = parameters.values.update(fromContentsOf: now)
      if let dropout { task.dropoutStream?.state = dropout }
    }
    if let values = origin.values { _ = parameters.values.update(fromContentsOf: values) }
    if let start = origin.dropout { task.dropoutStream?.state = start }
    var sampler = origin.sampler
    return pass(drawnFrom: &sampler)
  }
}
