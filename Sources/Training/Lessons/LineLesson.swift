internal import Autograd
internal import Models
internal import Moves

/// Two parameters learn the line y = 2x + 1 from points scattered around it.
struct LineLesson: Lesson {
  var facts: LessonFacts {
    LessonFacts(
      name: "line", teaches: "every number of a training step: only two parameters",
      data: "points around y = 2x + 1, with noise", defaults: Self.defaults)
  }

  private static var defaults: Hyperparameters {
    var chosen = Hyperparameters()
    chosen.steps = 200
    chosen.batchSize = 8
    chosen.microBatches = 1
    chosen.learningRate = 0.1
    chosen.minLearningRate = 0.01
    chosen.warmup = 5
    chosen.weightDecay = 0
    chosen.evalInterval = 20
    chosen.evalBatches = 16
    return chosen
  }

  func begin(_ hyperparameters: Hyperparameters, dropout: DropoutStream) -> any Task {
    LineTask(seed: hyperparameters.seed)
  }
}

/// Points made from the seed, and the line through them.
final class LineTask: Task {
  private typealias Points = (x: [Float], y: [Float])

  private let line: LinearModel
  private let training: Points
  private let validation: Points

  init(seed: UInt64) {
    var generator = MersenneTwister(stream: .parameters, of: seed)
    line = LinearModel(seed: &generator)
    var random = MersenneTwister(stream: .dataset, of: seed)
    training = Self.points(64, &random)
    validation = Self.points(32, &random)
  }

  var model: any Model { line }
  var vocabulary: [String] { [] }

  private static let xRange: ClosedRange<Float> = -2...2
  private static let yRange: ClosedRange<Float> = -5...7

  private static func points(_ count: Int, _ random: inout MersenneTwister) -> Points {
    let noise = UnsafeMutableBufferPointer<Float>.allocate(capacity: count)
    defer { noise.deallocate() }
    random.fillNormal(noise, mean: 0, std: 0.4)
    let x = (0..<count).map { _ in random.uniform() * 4 - 2 }
    return (x, zip(x, noise).map { 2 * $0 + 1 + $1 })
  }

  func batch(_ part: DataPart, examples: Int, random: inout MersenneTwister) -> Batch {
    let points = part == .training ? training : validation
    let places = (0..<examples).map { _ in random.integer(below: points.x.count) }
    return .points(x: places.map { points.x[$0] }, y: places.map { points.y[$0] })
  }

  func firstBatch(examples: Int) -> Batch {
    let count = min(examples, training.x.count)
    return .points(x: Array(training.x.prefix(count)), y: Array(training.y.prefix(count)))
  }

  func forward(_ batch: Batch, on tape: Tape) -> Pass {
    guard case .points(let x, let y) = batch else {
      preconditionFailure("the line trains on points")
    }
    let prediction = line.prediction(tape.constant(x, shape: [x.count, 1]), on: tape)
    let answers = tape.constant(y, shape: [y.count, 1])
    return Pass(
      output: prediction, loss: tape.meanSquaredError(prediction, target: answers),
      targets: x.count)
  }

  func reading(of batch: Batch, _ pass: Pass) -> Reading {
    guard case .points(let x, let y) = batch else {
      preconditionFailure("the line trains on points")
    }
    let points = x.indices.map {
      LineReading.Point(x: x[$0], y: y[$0], guess: pass.output.values[$0])
    }
    return .line(
      LineReading(
        points: points, weight: line.parameters["weight"].item,
        bias: line.parameters["bias"].item, xRange: Self.xRange, yRange: Self.yRange))
  }

  func sample(
    length: Int, random: inout MersenneTwister, on tape: Tape
  ) -> (String, String)? { nil }
}
