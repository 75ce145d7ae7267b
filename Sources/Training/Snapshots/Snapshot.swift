import Autograd
import Moves

/// Stand-in until the real one is merged: a snapshot between two steps.
public struct Snapshot {
  var values: [Float]
  var gradients: [Float]
  var hasGradient: [Bool]
  var optimizer: any Optimizer
  var completedSteps: Int
  var clippedSteps: Int
  var evaluationIsDue: Bool
  var batches: MersenneTwister
  var sampling: MersenneTwister
  var progress: StepProgress
  var dropout: DropoutStream.State?

  public var byteCount: Int { 4 * values.count * 4 + 8000 }
}

extension Trainer {
  public func snapshot() -> Snapshot {
    Snapshot(
      values: Array(parameters.values), gradients: Array(parameters.gradients),
      hasGradient: parameters.tensors.indices.map { parameters.hasGradient($0) },
      optimizer: optimizer, completedSteps: completedSteps, clippedSteps: clippedSteps,
      evaluationIsDue: evaluationIsDue, batches: batches, sampling: sampling, progress: progress,
      dropout: (task as? LanguageTask)?.dropoutStream.state)
  }

  public func restore(_ s: Snapshot) {
    _ = parameters.values.update(fromContentsOf: s.values)
    _ = parameters.gradients.update(fromContentsOf: s.gradients)
    for (i, has) in s.hasGradient.enumerated() { parameters.setHasGradient(has, i) }
    optimizer = s.optimizer
    completedSteps = s.completedSteps
    clippedSteps = s.clippedSteps
    evaluationIsDue = s.evaluationIsDue
    batches = s.batches
    sampling = s.sampling
    progress = s.progress
    if let d = s.dropout { (task as? LanguageTask)?.dropoutStream.state = d }
    live = nil
  }
}
