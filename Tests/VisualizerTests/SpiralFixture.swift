import Moves

@testable import Visualizer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A spiral lesson told by formulas: the map clears as the steps go on.
enum SpiralFixture {
  static let run: RunFacts = {
    var chosen = Hyperparameters()
    chosen.steps = 600
    chosen.batchSize = 8
    chosen.learningRate = 2e-2
    chosen.minLearningRate = 1e-3
    chosen.evalInterval = 50
    return RunFacts(
      lesson: LessonFacts(name: "spiral", teaches: "", data: "", defaults: chosen),
      hyperparameters: chosen, recipe: .correct, model: "MLP",
      tensors: [TensorFacts(name: "0.weight", layer: "all", shape: [1251])],
      vocabulary: [], guessingLoss: 1.0986)
  }()

  /// How far the network has come, from 0 to 1.
  private static func progress(_ step: Int) -> Float { 1 - exp(-Float(step) / 60) }

  /// The arm nearest to a place, if the arms wound only as far as the network knows by now.
  private static func verdict(_ x: Float, _ y: Float, _ step: Int) -> MapReading.Verdict {
    let known = progress(step)
    let turns = 0.9 * known * (x * x + y * y).squareRoot() / 5
    let angle = (atan2(y, x) / (2 * Float.pi) - turns + 2) * 3
    let nearest = angle.rounded()
    let margin = 1 - 2 * abs(angle - nearest)
    let certainty = known * min(1.1 * margin + 0.1 + known * known, 1)
    return MapReading.Verdict(guess: Int(nearest) % 3, probability: (1 + 2 * certainty) / 3)
  }

  private static let data: [MapReading.Example] = (0..<300).map { i in
    let share = 0.15 + 0.85 * Float(i / 3) / 99
    let angle = 2 * Float.pi * (0.9 * share + Float(i % 3) / 3)
    return MapReading.Example(x: 5 * share * cos(angle), y: 5 * share * sin(angle), answer: i % 3)
  }

  private static let columns = 72
  private static let rows = 36
  private static let range: ClosedRange<Float> = -5.25...5.25

  /// The middle of so manieth of a number of equal parts of the range.
  private static func middle(_ part: Int, of parts: Int) -> Float {
    range.lowerBound + 10.5 * (Float(part) + 0.5) / Float(parts)
  }

  private static func verdicts(_ step: Int) -> [MapReading.Verdict] {
    (0..<rows).reversed().flatMap { row in
      (0..<columns).map { verdict(middle($0, of: columns), middle(row, of: rows), step) }
    }
  }

  static func reading(_ step: Int) -> Reading {
    let batch = (0..<8).map { data[($0 * 41 + step * 7) % 300] }
    let points = batch.map {
      MapReading.Point(
        x: $0.x, y: $0.y, answer: $0.answer, guess: verdict($0.x, $0.y, step).guess)
    }
    return .map(
      MapReading(
        points: points, data: data, classes: 3, verdicts: verdicts(step), columns: columns,
        xRange: range, yRange: range))
  }

  static func loss(_ step: Int) -> Float {
    Float((1.1 + 0.3 * sin(Double(step * step))) * exp(-Double(step) / 70))
  }

  static func norm(_ step: Int) -> Double { 2.2 * exp(-Double(step) / 90) }

  static func summary(_ step: Int) -> StepSummary {
    StepSummary(
      step: step, loss: loss(step), microLosses: [loss(step)], gradNorm: norm(step),
      clipFactor: min(1, 1 / norm(step)), clipped: norm(step) > 1,
      learningRate: run.chosen.schedule.learningRate(at: step - 1), updateNorm: 0.1,
      moveSeconds: [0, 0, 0, 0, 0])
  }

  static func moves(of step: Int) -> [MoveReport] {
    let plan = run.recipe.planned(microBatches: 1)
    return plan.indices.map { position in
      MoveReport(
        step: step, planned: plan[position], position: position, moveCount: plan.count,
        learningRate: summary(step).learningRate, seconds: 0,
        outcome: outcome(plan[position].move, step),
        summary: position == plan.count - 1 ? summary(step) : nil)
    }
  }

  private static func outcome(_ move: Move, _ step: Int) -> MoveReport.Outcome {
    let (norm, factor) = (norm(step), min(1, 1 / norm(step)))
    switch move {
    case .zeroGrad: return .zeroGrad(ZeroGradReport(wiped: 6, tensors: 6, norm: 0.98))
    case .forward:
      return .forward(
        ForwardReport(
          loss: loss(step), meanLoss: loss(step), examples: 8, targets: 8, reading: reading(step)))
    case .backward:
      return .backward(
        BackwardReport(divisor: 1, gradientsBefore: 0, normBefore: 0, norm: norm, layers: []))
    case .clip:
      return .clip(
        ClipReport(
          normBefore: norm, normAfter: norm * factor, maxNorm: 1, factor: factor,
          clipped: norm > 1, clippedSteps: min(step, 70)))
    case .step:
      let schedule = run.chosen.schedule
      var update = UpdateReport(
        learningRate: schedule.learningRate(at: step - 1),
        nextLearningRate: schedule.learningRate(at: step), updateNorm: 0.123, parameterNorm: 8,
        updated: 6, skipped: 0,
        largestMover: ParameterLife(
          name: "2.weight", index: [20, 31], old: 0.21607, gradient: 0.01, moments: nil,
          weightDecay: 0.01, new: 0.21851),
        watched: [])
      update.reading = reading(step)
      return .step(update)
    }
  }

  static func evaluation(_ step: Int) -> EvaluationReport {
    EvaluationReport(
      step: step, trainLoss: 0.0123, validationLoss: 0.0234, trainAccuracy: 1,
      validationAccuracy: 0.988, batches: 32, sample: nil, unchanged: true, seconds: 0.1)
  }

  /// The app after so many whole steps.
  static func app(after steps: Int, options: App.Options) -> App {
    var app = App(run: run, reading: reading(0), options: options)
    guard steps > 0 else { return app }
    _ = app.update(.ran((1...steps).map(summary), lastMoves: moves(of: steps)), at: 0)
    return app
  }
}
