import Moves

@testable import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A story that is told by formulas, so that screens are the same on every machine.
enum Fixture {
  static let text = "The owl sat on the old barn and looked at the moo"

  static let run: RunFacts = {
    var chosen = Hyperparameters()
    chosen.steps = 2000
    chosen.batchSize = 16
    chosen.microBatches = 4
    chosen.learningRate = 3e-3
    chosen.minLearningRate = 3e-4
    chosen.warmup = 20
    return RunFacts(
      lesson: LessonFacts(name: "story", teaches: "", data: "", defaults: chosen),
      hyperparameters: chosen, recipe: .correct, model: "GPT",
      tensors: [TensorFacts(name: "w", layer: "all", shape: [107_584])],
      vocabulary: Array(text).map { String($0) }, guessingLoss: 4.04, hasDropout: true)
  }()

  static func reading(_ step: Int) -> Reading {
    let share = Float(0.62)
    return .text(
      TextReading(
        context: text, answer: Guess(symbol: "n", logit: 6.1, probability: share),
        guesses: [
          Guess(symbol: "n", logit: 6.1, probability: share),
          Guess(symbol: " ", logit: 4.3, probability: 0.11),
          Guess(symbol: "\n", logit: 3.9, probability: 0.07),
          Guess(symbol: "k", logit: 3.1, probability: 0.031),
          Guess(symbol: "r", logit: -1.2, probability: 0.0004),
        ], loss: 0.478))
  }

  static func loss(_ step: Int) -> Float {
    let noise = 0.12 * sin(Double(step * step))
    return Float(1.6 + 2.6 * exp(-Double(step) / 45) + noise)
  }

  static func norm(_ step: Int) -> Double {
    step % 67 == 0 ? 1.31 : 0.55 + 3.2 * exp(-Double(step) / 9)
  }

  static func summary(_ step: Int) -> StepSummary {
    StepSummary(
      step: step, loss: loss(step), microLosses: Array(repeating: loss(step), count: 4),
      gradNorm: norm(step), clipFactor: min(1, 1 / norm(step)), clipped: norm(step) > 1,
      learningRate: run.chosen.schedule.learningRate(at: step - 1), updateNorm: 0.1,
      moveSeconds: [0, 0, 0, 0, 0])
  }

  /// All moves of a training step, in order.
  static func moves(of step: Int) -> [MoveReport] {
    let plan = run.recipe.planned(microBatches: 4)
    return plan.indices.map { position in
      MoveReport(
        step: step, planned: plan[position], position: position, moveCount: plan.count,
        learningRate: summary(step).learningRate, seconds: 0,
        outcome: outcome(plan[position], step),
        summary: position == plan.count - 1 ? summary(step) : nil)
    }
  }

  private static func outcome(_ planned: PlannedMove, _ step: Int) -> MoveReport.Outcome {
    let norm = norm(step)
    let factor = min(1, 1 / norm)
    switch planned.move {
    case .zeroGrad:
      return .zeroGrad(
        ZeroGradReport(wiped: step == 1 ? 0 : 15, tensors: 15, norm: step == 1 ? 0 : 0.98))
    case .forward:
      return .forward(
        ForwardReport(
          loss: loss(step), meanLoss: loss(step), examples: 4, targets: 256,
          reading: reading(step)))
    case .backward:
      let part = norm * Double(planned.microBatch) / 4
      return .backward(
        BackwardReport(
          divisor: 4, gradientsBefore: planned.microBatch > 1 ? 15 : 0, normBefore: part,
          norm: part, layers: []))
    case .clip:
      return .clip(
        ClipReport(
          normBefore: norm, normAfter: norm * factor, maxNorm: 1, factor: factor,
          clipped: norm > 1, clippedSteps: 12))
    case .step: return .step(update(step))
    }
  }

  private static func update(_ step: Int) -> UpdateReport {
    let schedule = run.chosen.schedule
    return UpdateReport(
      learningRate: schedule.learningRate(at: step - 1),
      nextLearningRate: schedule.learningRate(at: step), updateNorm: 0.123, parameterNorm: 31,
      updated: 15, skipped: 0,
      largestMover: ParameterLife(
        name: "transformer.h.1.mlp.c_fc.weight", index: [57, 44], old: 0.21607, gradient: 0.01,
        moments: nil, weightDecay: 0.1, new: 0.21851),
      watched: [])
  }

  static func evaluation(_ step: Int) -> EvaluationReport {
    EvaluationReport(
      step: step, trainLoss: loss(step) - 0.02, validationLoss: loss(step) + 0.1, batches: 4,
      sample: Sample(
        step: step, prompt: "",
        text: "One day the fox and the hen went to the well. The frog was not there."),
      unchanged: true, seconds: 0.1)
  }

  /// The app after so many whole steps, evaluated every hundred.
  static func app(after steps: Int, options: App.Options) -> App {
    var app = App(run: run, reading: reading(0), options: options)
    for step in stride(from: 1, through: steps, by: 1) {
      _ = app.update(.ran([summary(step)], lastMoves: moves(of: step)), at: 0)
      guard step == 1 || step % 100 == 0 else { continue }
      _ = app.update(.evaluating(step: step), at: 0)
      _ = app.update(.evaluated(evaluation(step)), at: 0)
    }
    return app
  }
}
