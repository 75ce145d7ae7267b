public import Moves

/// What a run's own line has said already: a later line leaves out what follows from it.
public struct WireContext: Sendable {
  let planned: [PlannedMove]
  let layers: [String]
  let tensorCount: Int
  let schedule: Schedule?
  let maxNorm: Double?
  let reading: Reading?

  public init(_ facts: RunFacts, reading: Reading?) {
    let settings = facts.settings
    // Another program's loop may make its next step otherwise.
    planned =
      facts.hyperparameters == nil
      ? [] : facts.recipe.planned(microBatches: settings.parts)
    layers = facts.tensors.map(\.layer).reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    tensorCount = facts.tensors.count
    (schedule, maxNorm, self.reading) = (settings.schedule, settings.maxNorm, reading)
  }

  func learningRate(of step: Int) -> Double? {
    step >= 1 ? schedule?.learningRate(at: step - 1) : nil
  }

  func planned(at position: Int) -> PlannedMove? {
    planned.indices.contains(position) ? planned[position] : nil
  }
}
