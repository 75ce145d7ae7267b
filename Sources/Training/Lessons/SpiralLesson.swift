import Autograd
import Models
import Moves
import Platform

extension Lesson {
  static let spiral = Lesson(
    facts: LessonFacts(
      name: "spiral",
      teaches: "A network learns which of three spiral arms a point belongs to.",
      data: "300 points on three interleaved spiral arms", defaults: spiralDefaults),
    model: "MLP",
    shape: ["--layers", "--width"],
    need: { hyperparameters, _ in
      MemoryNeed(mlpOf: SpiralTask.widths(hyperparameters), hyperparameters)
    },
    begin: { SpiralTask($0) })

  private static var spiralDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.steps = 600
    defaults.batchSize = 8
    defaults.learningRate = 2e-2
    defaults.minLearningRate = 1e-3
    defaults.evalInterval = 50
    defaults.evalBatches = 32
    defaults.layers = 2
    defaults.heads = 1
    defaults.width = 32
    return defaults
  }
}

/// Points of three spiral arms, and a network that says of each which arm it is of.
private struct SpiralTask: LessonTask {
  private let mlp: MLP
  private let training: [MapReading.Example]
  private let validation: [MapReading.Example]
  /// The training data as a file holds them, arm after arm.
  private let file: [MapReading.Example]
  let data: DataFacts?
  private let plane = Plane(Spirals.range)

  init(_ hyperparameters: Hyperparameters) {
    var parameters = RandomStream.parameters.generator(seed: hyperparameters.seed)
    mlp = MLP(widths: Self.widths(hyperparameters), seed: &parameters)
    var random = RandomStream.data.generator(seed: hyperparameters.seed)
    training = Spirals.points(perArm: 100, drawnFrom: &random)
    validation = Spirals.points(perArm: 50, drawnFrom: &random)
    data = DataFacts(
      points: (training + validation).flatMap { [$0.x, $0.y, Float($0.answer)] },
      seed: hyperparameters.seed)
    file = (0..<Spirals.arms).flatMap { [training] arm in training.filter { $0.answer == arm } }
  }

  static func widths(_ hyperparameters: Hyperparameters) -> [Int] {
    let hidden = Array(repeating: hyperparameters.width, count: hyperparameters.layers)
    return [2] + hidden + [Spirals.arms]
  }

  var model: any Model { mlp }
  var guessingLoss: Float? { log(Float(Spirals.arms)) }

  func forward(
    _ count: Int, from part: DataPart, drawnFrom sampler: inout BatchSampler, on tape: Tape
  ) -> ForwardPass {
    let data = part == .validation ? validation : sampler.isInOrder ? file : training
    let batch = (0..<count).map { _ in
      var example = data[sampler.integer(below: data.count)]
      // A damaged batch calls every arm by the name of the next.
      if sampler.isDamaged { example.answer = (example.answer + 1) % Spirals.arms }
      return example
    }
    let x = tape.constant(batch.flatMap { [$0.x, $0.y] }, shape: [count, 2])
    let logits = mlp.logits(x, on: tape)
    let guesses = logits.verdicts.map(\.guess)
    return ForwardPass(
      loss: tape.crossEntropy(logits, targets: batch.map { Int32($0.answer) }), examples: count,
      targets: count,
      right: guesses.contains(nil) ? nil : zip(batch, guesses).count { $0.answer == $1 },
      reading: { .map(reading(batch, guesses)) },
      again: { .map(reading(batch, plane.guesses(of: mlp, at: batch))) },
      batch: {
        Batch(
          inputs: BatchNumbers(.real(batch.flatMap { [$0.x, $0.y] }), shape: [count, 2]),
          targets: BatchNumbers(.whole(batch.map { Int32($0.answer) }), shape: [count]))
      })
  }

  private func reading(_ batch: [MapReading.Example], _ guesses: [Int?]) -> MapReading {
    MapReading(
      points: zip(batch, guesses).map { .init(x: $0.x, y: $0.y, answer: $0.answer, guess: $1) },
      data: training, classes: Spirals.arms, verdicts: plane.verdicts(of: mlp),
      columns: Plane.columns, xRange: Spirals.range, yRange: Spirals.range)
  }
}
