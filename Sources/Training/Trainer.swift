internal import Autograd
internal import Models
public import Moves

/// Trains one lesson, one move at a time, as the recipe says.
public final class Trainer {
  public let facts: RunFacts
  /// Training steps completed; the first makes it 1.
  public private(set) var completedSteps = 0

  let task: any Task
  let optimizer: Optimizer
  let tape = Tape()
  /// What is measured beside training leaves training's own tape alone.
  let sideTape = Tape()
  let dropout: DropoutStream
  var batches: MersenneTwister
  var evaluation: MersenneTwister
  var sampling: MersenneTwister
  let plan: [PlannedMove]
  var position = 0
  var ledger = StepLedger()
  /// The last forward that backward can go through.
  var pass: Pass?
  /// The norm of the gradients as they are now.
  var gradientNorm = 0.0
  var clippedSteps = 0
  var evaluatedStep = 0

  /// Fails for an unknown lesson and for hyperparameters that cannot be used.
  public init(
    lesson name: String, hyperparameters: Hyperparameters, recipe: Recipe = .correct
  ) throws(TrainingError) {
    guard let lesson = Lessons.lesson(name) else { throw .unknownLesson(name) }
    do { try hyperparameters.validate() } catch { throw .hyperparameter(error) }
    let seed = hyperparameters.seed
    dropout = DropoutStream(seed: seed)
    batches = MersenneTwister(stream: .batches, of: seed)
    evaluation = MersenneTwister(stream: .evaluation, of: seed)
    sampling = MersenneTwister(stream: .sampling, of: seed)
    task = lesson.begin(hyperparameters, dropout: dropout)
    optimizer = Optimizer(task.model.parameters, hyperparameters)
    plan = recipe.planned(microBatches: hyperparameters.microBatches)
    facts = RunFacts(lesson: lesson.facts, hyperparameters, recipe, task)
  }

  var parameters: Parameters { task.model.parameters }
  var hyperparameters: Hyperparameters { facts.hyperparameters }

  /// The move that `advance` makes next.
  public var nextMove: PlannedMove { plan[position] }

  /// Makes exactly one move and tells what it left behind.
  public func advance() -> MoveReport {
    if position == 0 { beginStep() }
    let planned = plan[position]
    let start = Stopwatch()
    let outcome = perform(planned)
    var report = MoveReport(
      step: completedSteps + 1, planned: planned, position: position, moveCount: plan.count,
      learningRate: optimizer.learningRate, seconds: start.seconds, outcome: outcome)
    ledger.note(report)
    position += 1
    if position == plan.count { report.summary = finishStep() }
    return report
  }

  /// The schedule's rate for this step is written into the optimizer.
  private func beginStep() {
    optimizer.learningRate = hyperparameters.schedule.learningRate(at: completedSteps)
    ledger = StepLedger()
  }

  private func finishStep() -> StepSummary {
    completedSteps += 1
    position = 0
    return ledger.summary(step: completedSteps, learningRate: optimizer.learningRate)
  }
}

extension RunFacts {
  fileprivate init(
    lesson: LessonFacts, _ hyperparameters: Hyperparameters, _ recipe: Recipe, _ task: any Task
  ) {
    let symbols = task.vocabulary
    self.init(
      lesson: lesson, hyperparameters: hyperparameters, recipe: recipe, model: task.model.kind,
      tensors: task.model.parameters.specs.map {
        TensorFacts(name: $0.name, layer: $0.layer, shape: $0.shape)
      },
      vocabulary: symbols,
      guessingLoss: symbols.isEmpty ? nil : logarithm(Float(symbols.count)))
  }
}
