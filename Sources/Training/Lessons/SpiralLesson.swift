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
  private let memory = ExampleMemory()
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
    let examples = memory.drawn { examples in
      for _ in 0..<count {
        var example = data[sampler.integer(below: data.count)]
        // A damaged batch calls every arm by the name of the next.
        if sampler.isDamaged { example.answer = (example.answer + 1) % Spirals.arms }
        examples.numbers.append(example.x)
        examples.numbers.append(example.y)
        examples.classes.append(Int32(example.answer))
      }
    }
    let x = tape.constant(examples.numbers, rows: count, columns: 2)
    let logits = mlp.logits(x, on: tape)
    return ForwardPass(
      loss: tape.crossEntropy(logits, targets: examples.classes), output: logits,
      examples: examples, count: count, targets: count)
  }

  func reading(of pass: ForwardPass) -> Reading {
    .map(reading(pass, pass.output.verdicts.map(\.guess)))
  }

  func readingAgain(of pass: ForwardPass) -> Reading? {
    .map(reading(pass, plane.guesses(of: mlp, at: pass.examples.numbers)))
  }

  func right(in pass: ForwardPass) -> Int? {
    let guesses = pass.output.verdicts.map(\.guess)
    if guesses.contains(nil) { return nil }
    return zip(pass.examples.classes, guesses).count { Int($0) == $1 }
  }

  func batch(of pass: ForwardPass) -> Batch? {
    Batch(
      inputs: BatchNumbers(.real(pass.examples.numbers), shape: [pass.count, 2]),
      targets: BatchNumbers(.whole(pass.examples.classes), shape: [pass.count]))
  }

  private func reading(_ pass: ForwardPass, _ guesses: [Int?]) -> MapReading {
    let (places, answers) = (pass.examples.numbers, pass.examples.classes)
    return MapReading(
      points: guesses.indices.map { i in
        .init(
          x: places[2 * i], y: places[2 * i + 1], answer: Int(answers[i]), guess: guesses[i])
      },
      data: training, classes: Spirals.arms, verdicts: plane.verdicts(of: mlp),
      columns: Plane.columns, xRange: Spirals.range, yRange: Spirals.range)
  }
}
