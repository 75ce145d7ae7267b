import Moves

@testable import Visualizer

/// One step of the line lesson, told by hand: gradient descent at 0.1 on four points.
enum LineFixture {
  static let run: RunFacts = {
    var run = Fixture.run
    run.model = "Linear"
    run.name = "line"
    run.chosen.steps = 200
    run.chosen.batchSize = 4
    run.chosen.microBatches = 1
    run.chosen.optimizer = .sgd
    run.chosen.learningRate = 0.1
    run.tensors = [
      TensorFacts(name: "weight", layer: "line", shape: [1, 1]),
      TensorFacts(name: "bias", layer: "line", shape: [1]),
    ]
    run.vocabulary = []
    run.guessingLoss = nil
    return run
  }()

  static let reading = reading(weight: 0.5, bias: -0.25)

  private static func reading(weight: Float, bias: Float) -> Reading {
    let points: [(Float, Float)] = [(-1.5, -2.25), (-0.5, 0.125), (0.5, 1.75), (1.5, 4.25)]
    return .line(
      LineReading(
        points: points.map { .init(x: $0, y: $1, guess: weight * $0 + bias) },
        data: points.map { .init(x: $0, y: $1) }, weight: weight, bias: bias, xRange: -2...2,
        yRange: -5...7))
  }

  /// The app after so many of the step's five moves.
  static func app(moves: Int, options: App.Options) -> App {
    var app = App(run: run, reading: reading, options: options)
    for (position, outcome) in outcomes.prefix(moves).enumerated() {
      let plan = run.recipe.planned(microBatches: 1)
      _ = app.update(
        .moved(
          MoveReport(
            step: 1, planned: plan[position], position: position, moveCount: 5,
            learningRate: 0.1, seconds: 0, outcome: outcome, watched: watched[position],
            summary: position == 4 ? summary : nil)), at: 0)
    }
    return app
  }

  private static let outcomes: [MoveReport.Outcome] = [
    .zeroGrad(ZeroGradReport(wiped: 0, tensors: 2, norm: 0)),
    .forward(
      ForwardReport(loss: 4.2539, meanLoss: 4.2539, examples: 4, targets: 4, reading: reading)),
    .backward(
      BackwardReport(
        divisor: 1, gradientsBefore: 0, normBefore: 0, norm: 4.785,
        layers: [LayerNorm(layer: "line", norm: 4.785)])),
    .clip(
      ClipReport(
        normBefore: 4.785, normAfter: 1, maxNorm: 1, factor: 0.209, clipped: true,
        clippedSteps: 1)),
    .step(update),
  ]

  private static let update: UpdateReport = {
    var update = UpdateReport(
      learningRate: 0.1, nextLearningRate: 0.09999, updateNorm: 0.1, parameterNorm: 0.559,
      updated: 2, skipped: 0, largestMover: lives[0], watched: lives)
    update.reading = reading(weight: 0.5849, bias: -0.1971)
    return update
  }()

  private static let lives = [
    ParameterLife(
      name: "weight", index: [0, 0], old: 0.5, gradient: -0.849, moments: nil, weightDecay: 0,
      new: 0.5849),
    ParameterLife(
      name: "bias", index: [0], old: -0.25, gradient: -0.5286, moments: nil, weightDecay: 0,
      new: -0.1971),
  ]

  private static let watched: [[WatchedParameter]] = [
    parameters(0.5, -0.25, nil), parameters(0.5, -0.25, nil),
    parameters(0.5, -0.25, (-4.0625, -2.5294)), parameters(0.5, -0.25, (-0.849, -0.5286)),
    parameters(0.5849, -0.1971, (-0.849, -0.5286)),
  ]

  private static func parameters(
    _ weight: Float, _ bias: Float, _ gradients: (Float, Float)?
  ) -> [WatchedParameter] {
    [
      WatchedParameter(
        place: ParameterPlace(tensor: 0, element: 0), value: weight, gradient: gradients?.0),
      WatchedParameter(
        place: ParameterPlace(tensor: 1, element: 0), value: bias, gradient: gradients?.1),
    ]
  }

  private static let summary = StepSummary(
    step: 1, loss: 4.2539, microLosses: [4.2539], gradNorm: 4.785, clipFactor: 0.209,
    clipped: true, learningRate: 0.1, updateNorm: 0.1, moveSeconds: [0, 0, 0, 0, 0])
}
