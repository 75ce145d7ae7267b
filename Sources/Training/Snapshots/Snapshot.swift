/// All that training needs to go on from one move, bit for bit.
public struct Snapshot: Sendable {
  /// Training steps whose last move has been made.
  public var completedSteps: Int
  public var clippedSteps: Int
  public var evaluationIsDue: Bool
  public var model: ModelState
  public var optimizer: OptimizerState
  public var random: RandomState
  /// What the moves of the step in progress have come to.
  var progress = StepProgress()
  /// The forward pass that backward would go through.
  var live: LivePass.Origin?
  /// Operations that kept losses keep alive.
  var keptOperations = 0
  /// The same moment of a broken run's twin, where there is one.
  var twin: [Snapshot] = []

  /// A snapshot between two training steps.
  public init(
    completedSteps: Int, clippedSteps: Int, evaluationIsDue: Bool, model: ModelState,
    optimizer: OptimizerState, random: RandomState
  ) {
    self.completedSteps = completedSteps
    self.clippedSteps = clippedSteps
    self.evaluationIsDue = evaluationIsDue
    self.model = model
    self.optimizer = optimizer
    self.random = random
  }

  /// Where it stands among the moves of its step, from 0.
  public var position: Int { progress.position }

  /// About how much memory it takes, what it may share with other snapshots included.
  public var byteCount: Int {
    let numbers = [
      model.values.count, model.gradients.count, optimizer.m.count, optimizer.v.count,
      live?.values?.count ?? 0, 2 * optimizer.steps.count, progress.losses.count,
      // Three generators of 624 words.
      3 * 624,
    ]
    return 4 * numbers.reduce(0, +) + model.hasGradient.count + MemoryLayout<Self>.size
      + twin.reduce(0) { $0 + $1.byteCount }
  }
}
