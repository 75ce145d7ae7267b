import Autograd
import Models
public import Moves

/// Two runs in step, one with a mistake in its loop and one without: the same seed, the same batches.
public final class Twin: Run {
  public let broken: Trainer
  public let correct: Trainer
  public private(set) var comparison: Comparison
  public private(set) var brokenEvidence: Evidence
  public private(set) var correctEvidence: Evidence
  /// The twin's first move with a figure that is no finite number.
  public private(set) var lostTwin: MoveReport?
  /// What was made again after going back says nothing new.
  private var newest: Moment

  public private(set) var lastSummary: StepSummary?

  /// Two runs from the start.
  /// - Parameter text: read in place of the lesson's own data.
  /// - Throws: if there is no such lesson or no run with these hyperparameters, or if the mistake
  ///   would change nothing.
  public convenience init(
    lesson: String, hyperparameters: Hyperparameters, breakage: Breakage, text: OwnText? = nil
  ) throws(TrainingError) {
    let trainer = try Trainer(lesson: lesson, hyperparameters: hyperparameters, text: text)
    try self.init(breakage, after: trainer)
  }

  /// Two runs that go on from between two training steps of `trainer`, which stays as it is.
  /// - Throws: if the mistake would change nothing, or if there is no run with it.
  public convenience init(
    _ breakage: Breakage, after trainer: Trainer
  ) throws(TrainingError) {
    let (facts, snapshot) = (trainer.facts, trainer.snapshot())
    precondition(snapshot.position == 0, "a twin from move \(snapshot.position) of a step")
    do throws(BreakageError) {
      try breakage.check(
        trainer.hyperparameters, hasDropout: facts.hasDropout, from: trainer.completedSteps)
    } catch {
      throw .breakage(error)
    }
    let loop = Loop(recipe: facts.recipe, hyperparameters: trainer.hyperparameters)
    let loops = breakage.loops(of: loop, from: trainer.completedSteps)
    let make = { (loop: Loop) throws(TrainingError) in
      let run = try Trainer(lesson: facts.name, loop: loop, text: trainer.text)
      run.threads = trainer.threads
      run.restore(snapshot)
      run.evaluationIsDue = false
      // The loop before kept no loss.
      if loop.recipe.keepsLossTensor { run.live = nil }
      return run
    }
    self.init(breakage, broken: try make(loops.broken), correct: try make(loops.twin))
  }

  /// Two runs that stand at the same step with the same parameters.
  init(_ breakage: Breakage, broken: Trainer, correct: Trainer) {
    precondition(
      broken.completedSteps == correct.completedSteps,
      "a twin after \(correct.completedSteps) steps for a run after \(broken.completedSteps)")
    (self.broken, self.correct) = (broken, correct)
    let guessed = breakage.stepsToGuess(
      in: correct.hyperparameters.steps, from: broken.completedSteps)
    comparison = Comparison(
      breakage, badBatch: correct.recipe.badBatch, stepsToGuess: guessed)
    let hasGradients = broken.parameters.tensors.indices.contains {
      broken.parameters.hasGradient($0)
    }
    brokenEvidence = Evidence(
      of: broken.facts, reference: correct.facts.settings, hasGradients: hasGradients)
    correctEvidence = Evidence(of: correct.facts, hasGradients: hasGradients)
    newest = Moment(completedSteps: broken.completedSteps)
  }

  public var trainer: Trainer { broken }

  /// Every move is looked at for the signs of the mistake.
  public func finishStep() -> MoveReport? {
    while true {
      let report = advance()
      if report.nonFinite != nil { return report }
      if report.completesStep { return nil }
    }
  }

  /// Makes the broken run's next move. With the last of a step, the twin makes its whole step.
  public func advance() -> MoveReport {
    var report = broken.advance()
    let isNew = Moment(after: report) > newest
    if isNew { brokenEvidence.take(report) }
    if report.completesStep {
      let twin = follow(isNew: isNew)
      report.summary?.twin = twin
      lastSummary = report.summary
    }
    guard isNew else { return report }
    newest = Moment(after: report)
    // The step in which memory ran out has no loss to compare.
    if let summary = report.summary, summary.loss != nil || broken.exhaustion == nil {
      comparison.append(summary)
    }
    if report.completesStep, comparison.steps == comparison.stepsToGuess {
      broken.evaluationIsDue = true
    }
    return report
  }

  public var nextStepIsEvaluated: Bool {
    broken.nextStepIsEvaluated || comparison.steps + 1 == comparison.stepsToGuess
  }

  /// Evaluates both runs, each as its recipe has it, and the validation loss twice.
  public func evaluate(goesOn: () -> Bool) -> EvaluationReport {
    let isDue = broken.evaluationIsDue
    var report = broken.evaluate(isTwice: true, goesOn: goesOn)
    let other = correct.evaluate(isTwice: true, goesOn: goesOn)
    if other.isPartial, !report.isPartial {
      (report.isPartial, broken.evaluationIsDue) = (true, isDue)
    }
    report.twinValidationLoss = other.validationLoss
    guard report.step == newest.completedSteps, !report.isPartial else { return report }
    brokenEvidence.take(report)
    correctEvidence.take(other)
    comparison.append(report)
    return report
  }

  public var findings: Findings {
    Findings(comparison: comparison, signs: signs, ending: ending)
  }

  /// What the broken run's counters say, beside its twin's.
  public var signs: [Sign] { brokenEvidence.signs(beside: correctEvidence) }

  /// Why the broken run cannot go on; nil while it can.
  public var ending: String? {
    if let exhaustion = broken.exhaustion { return exhaustion }
    return brokenEvidence.firstNonFinite.map {
      "Step \($0.step), \($0.move.name): the first figure that is no finite number."
    }
  }

  private func follow(isNew: Bool) -> TwinSummary {
    var last: MoveReport
    repeat {
      last = correct.advance()
      if isNew { correctEvidence.take(last) }
      if lostTwin == nil, last.nonFinite != nil { lostTwin = last }
    } while !last.completesStep
    // A loop with more or fewer forwards still reads the batches that its twin reads.
    broken.batches = correct.batches
    if let masks = correct.task.dropoutStream?.state { broken.task.dropoutStream?.state = masks }
    return last.summary.map { TwinSummary($0) }
      ?? TwinSummary(loss: nil, gradNorm: 0, clipped: false, updateNorm: 0)
  }
}

extension Twin {
  public func snapshot() -> Snapshot {
    var snapshot = broken.snapshot()
    snapshot.twin = [correct.snapshot()]
    return snapshot
  }

  public func restore(_ snapshot: Snapshot) {
    broken.restore(snapshot)
    for twin in snapshot.twin { correct.restore(twin) }
  }
}

extension Trainer {
  /// - Throws: if there is no such lesson, or no run with this loop.
  public convenience init(
    lesson: String, loop: Loop, text: OwnText? = nil
  ) throws(TrainingError) {
    try self.init(
      lesson: lesson, hyperparameters: loop.hyperparameters, recipe: loop.recipe, text: text)
  }
}
