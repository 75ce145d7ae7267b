import Autograd
import Models
import Moves

extension Lesson {
  static let line = Lesson(
    facts: LessonFacts(
      name: "line",
      teaches: "Two parameters find a straight line, and every number fits on the screen.",
      data: "64 points near y = 2x + 1", defaults: lineDefaults),
    model: "Linear",
    shape: [],
    need: { hyperparameters, _ in MemoryNeed(mlpOf: [1, 1], hyperparameters) },
    begin: { LineTask($0) })

  private static var lineDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.steps = 200
    defaults.batchSize = 4
    defaults.optimizer = .sgd
    defaults.learningRate = 0.1
    defaults.minLearningRate = 0.01
    defaults.weightDecay = 0
    defaults.evalInterval = 20
    defaults.evalBatches = 16
    return defaults
  }
}

/// Points scattered about y = 2x + 1, and a line to be drawn through them.
private struct LineTask: LessonTask {
  private let line: LinearModel
  private let memory = ExampleMemory()
  private let training: [Point]
  private let validation: [Point]
  /// The training data as a file sorted by x holds them.
  private let file: [Point]
  /// The training data as pictures show them.
  private let places: [LineReading.Place]
  let data: DataFacts?

  private struct Point {
    var x: Float
    var y: Float

    /// With an answer in another unit, a hundred times as large.
    var damaged: Point { Point(x: x, y: 100 * y) }
  }

  init(_ hyperparameters: Hyperparameters) {
    var parameters = RandomStream.parameters.generator(seed: hyperparameters.seed)
    line = LinearModel(seed: &parameters)
    var random = RandomStream.data.generator(seed: hyperparameters.seed)
    training = Self.points(64, drawnFrom: &random)
    validation = Self.points(32, drawnFrom: &random)
    data = DataFacts(
      points: (training + validation).flatMap { [$0.x, $0.y] }, seed: hyperparameters.seed)
    file = training.sorted { $0.x < $1.x }
    places = training.map { LineReading.Place(x: $0.x, y: $0.y) }
  }

  var model: any Model { line }

  var watched: [ParameterPlace] {
    [ParameterPlace(tensor: 0, element: 0), ParameterPlace(tensor: 1, element: 0)]
  }

  func forward(
    _ count: Int, from part: DataPart, drawnFrom sampler: inout BatchSampler, on tape: Tape
  ) -> ForwardPass {
    let points = part == .validation ? validation : sampler.isInOrder ? file : training
    let examples = memory.drawn { examples in
      for _ in 0..<count {
        var point = points[sampler.integer(below: points.count)]
        if sampler.isDamaged { point = point.damaged }
        examples.numbers.append(point.x)
        examples.values.append(point.y)
      }
    }
    let x = tape.constant(examples.numbers, rows: count, columns: 1)
    let y = tape.constant(examples.values, rows: count, columns: 1)
    let guesses = line.prediction(x, on: tape)
    return ForwardPass(
      loss: tape.meanSquaredError(guesses, target: y), output: guesses, examples: examples,
      count: count, targets: count)
  }

  func reading(of pass: ForwardPass) -> Reading {
    .line(reading(pass.examples, Array(pass.output.values)))
  }

  func readingAgain(of pass: ForwardPass) -> Reading? {
    .line(reading(pass.examples, pass.examples.numbers.map(guess)))
  }

  func batch(of pass: ForwardPass) -> Batch? {
    Batch(
      inputs: BatchNumbers(.real(pass.examples.numbers), shape: [pass.count, 1]),
      targets: BatchNumbers(.real(pass.examples.values), shape: [pass.count, 1]))
  }

  /// What the line as it is now says for an x.
  private func guess(_ x: Float) -> Float {
    line.parameters["weight"].item * x + line.parameters["bias"].item
  }

  private func reading(_ examples: Examples, _ guesses: [Float]) -> LineReading {
    let points = zip(examples.numbers, examples.values)
    return LineReading(
      points: zip(points, guesses).map { .init(x: $0.0, y: $0.1, guess: $1) }, data: places,
      weight: line.parameters["weight"].item, bias: line.parameters["bias"].item,
      xRange: -2...2, yRange: -5...7)
  }

  /// x evenly random in -2..<2, y off the line by a normal error of 0.2.
  private static func points(_ count: Int, drawnFrom data: inout MersenneTwister) -> [Point] {
    let x = data.uniform(count, low: -2, high: 2)
    let noise = data.normal(count, mean: 0, std: 0.2)
    return zip(x, noise).map { Point(x: $0, y: 2 * $0 + 1 + $1) }
  }
}
