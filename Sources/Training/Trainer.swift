import Autograd
import Models
public import Moves
import Platform

/// Trains a lesson's network, one move at a time, in the order that the recipe gives.
///
/// Everything random comes from the seed: the same lesson, hyperparameters and recipe make the same
/// moves, bit for bit.
public final class Trainer {
  /// What stays the same through the run.
  public let facts: RunFacts
  public let hyperparameters: Hyperparameters
  /// A person's own text, where the lesson was begun on one.
  public let text: OwnText?
  /// Training steps whose last move has been made.
  public internal(set) var completedSteps = 0 {
    didSet { learningRate = learningRate(afterSteps: completedSteps) }
  }
  /// The rate that the schedule gives the step in progress.
  private(set) var learningRate = 0.0
  /// Whether the loop's own evaluation is to be made now: after update 1 and each `evalInterval`.
  public internal(set) var evaluationIsDue = false
  /// The parameters that every report tells of, and whose life `step` reports; where there are
  /// none, it is the life of the one that moved most.
  public var watched: [ParameterPlace]
  /// Why the run cannot go on, once its kept graphs have grown to their limit.
  public internal(set) var exhaustion: String?

  public var isExhausted: Bool { exhaustion != nil }

  /// Whether moves tell what the network read, what each layer's norm is and what moved most, which
  /// may take longer than the step itself.
  public var makesReadings = true

  let task: any LessonTask
  /// What the step completed last came to.
  private var completed: StepProgress
  let parameters: Parameters
  let tape = Tape()
  /// Evaluations and samples have a tape of their own, so that a pass in progress stays.
  let lookingTape = Tape()
  var graphLimit = GraphLimit()
  var optimizer: any Optimizer
  var batches: MersenneTwister
  var sampling: MersenneTwister
  public internal(set) var clippedSteps = 0
  var progress: StepProgress
  /// The moments of the watched parameters before the update made last.
  var momentsBefore: [ParameterLife.Moments?] = []
  var live: LivePass?
  let record: UpdateRecord
  let plan: [PlannedMove]
  /// How many forwards a step has.
  let forwardCount: Int

  /// - Parameter text: read in place of the lesson's own data.
  /// - Throws: if there is no such lesson, or no run with these hyperparameters, moves and text.
  public convenience init(
    lesson name: String, hyperparameters: Hyperparameters, recipe: Recipe = .correct,
    text: OwnText? = nil
  ) throws(TrainingError) {
    try self.init(Lessons.lesson(name), hyperparameters, recipe, text)
  }

  init(
    _ lesson: Lesson, _ hyperparameters: Hyperparameters, _ recipe: Recipe, _ text: OwnText?
  ) throws(TrainingError) {
    let task = try lesson.task(hyperparameters, text)
    let need = lesson.need(hyperparameters, text)
    tape.expect(numbers: need.training)
    lookingTape.expect(numbers: need.looking)
    guard !recipe.moves.isEmpty else { throw .emptyRecipe }
    self.task = task
    parameters = task.model.parameters
    self.text = text
    facts = RunFacts(lesson.facts, hyperparameters, recipe, task)
    self.hyperparameters = hyperparameters
    plan = recipe.planned(microBatches: hyperparameters.microBatches)
    progress = StepProgress(lossCount: facts.lossCount)
    completed = progress
    forwardCount = plan.count { $0.move == .forward }
    watched = task.watched
    optimizer = hyperparameters.makeOptimizer(for: parameters)
    batches = RandomStream.batches.generator(seed: hyperparameters.seed)
    sampling = RandomStream.sampling.generator(seed: hyperparameters.seed)
    record = UpdateRecord(of: parameters)
    learningRate = learningRate(afterSteps: 0)
  }

  /// Threads that compute; any number gives the same bits.
  public var threads: Int {
    get { tape.threads }
    set {
      (tape.threads, lookingTape.threads) = (newValue, newValue)
      parameters.share(with: tape)
    }
  }

  /// How many moves a training step has.
  var moveCount: Int { plan.count }

  /// The move that `advance()` would make.
  public var nextMove: PlannedMove { plan[progress.position] }

  func learningRate(afterSteps steps: Int) -> Double {
    hyperparameters.schedule.learningRate(at: steps)
  }

  /// Makes exactly one move. The step is complete with the report that has a summary.
  public func advance() -> MoveReport {
    let start = now()
    let outcome = tell(of: make(nextMove))
    return report(outcome, seconds: now() - start)
  }

  /// Makes the rest of the step and tells nothing of it but a move that left the finite numbers, which
  /// is then the last. `lastSummary` has what a complete step came to.
  public func finishStep() -> MoveReport? {
    var start = now()
    while true {
      let made = make(nextMove)
      let end = now()
      guard made.isFinite(record) else { return report(tell(of: made), seconds: end - start) }
      note(seconds: end - start)
      start = end
      guard progress.position == moveCount else { continue }
      completeStep()
      return nil
    }
  }

  /// What the step completed last came to; nil before the first.
  public var lastSummary: StepSummary? {
    guard completed.position == moveCount else { return nil }
    var summary = completed.summary(
      step: completedSteps, learningRate: learningRate(afterSteps: completedSteps - 1))
    summary.watched = watchedNow
    return summary
  }

  /// What the moves of the step completed last took.
  public var lastSeconds: Double { completed.moveSeconds.sum() }

  private func report(_ outcome: MoveReport.Outcome, seconds: Double) -> MoveReport {
    var report = MoveReport(
      step: completedSteps + 1, planned: nextMove, position: progress.position,
      moveCount: moveCount, learningRate: learningRate, seconds: seconds, outcome: outcome,
      watched: watchedNow)
    note(seconds: seconds)
    guard progress.position == moveCount else { return report }
    completeStep()
    report.summary = lastSummary
    return report
  }

  private func note(seconds: Double) {
    progress.moveSeconds[nextMove.move.number - 1] += seconds
    progress.position += 1
  }

  private func completeStep() {
    swap(&progress, &completed)
    progress.begin()
    completedSteps += 1
    noteExhaustion(of: tape)
    if isEvaluated(afterSteps: completedSteps) { evaluationIsDue = true }
  }

  /// Whether an evaluation will be due when the step in progress is complete.
  public var nextStepIsEvaluated: Bool { isEvaluated(afterSteps: completedSteps + 1) }

  private func isEvaluated(afterSteps steps: Int) -> Bool {
    steps == 1 || steps % hyperparameters.evalInterval == 0
  }
}
