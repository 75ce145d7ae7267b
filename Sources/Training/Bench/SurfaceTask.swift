import Autograd
import Models
import Moves
import Platform

/// A network that learns a height over the plane, sin x·cos y: small enough that only what stands
/// around the arithmetic takes time.
struct SurfaceTask: LessonTask {
  private let mlp: MLP
  private let memory = ExampleMemory()
  private let places: [Float]
  private let heights: [Float]

  init(_ hyperparameters: Hyperparameters) {
    var parameters = RandomStream.parameters.generator(seed: hyperparameters.seed)
    mlp = MLP(widths: Self.widths(hyperparameters), seed: &parameters)
    var data = RandomStream.data.generator(seed: hyperparameters.seed)
    let places = data.uniform(2 * 512, low: -2, high: 2)
    self.places = places
    heights = (0..<512).map { sin(places[2 * $0]) * cos(places[2 * $0 + 1]) }
  }

  static func widths(_ hyperparameters: Hyperparameters) -> [Int] {
    [2] + Array(repeating: hyperparameters.width, count: hyperparameters.layers) + [1]
  }

  var model: any Model { mlp }

  func forward(
    _ count: Int, from part: DataPart, drawnFrom sampler: inout BatchSampler, on tape: Tape
  ) -> ForwardPass {
    let examples = memory.drawn { examples in
      for _ in 0..<count {
        let i = sampler.integer(below: heights.count)
        examples.numbers.append(places[2 * i])
        examples.numbers.append(places[2 * i + 1])
        examples.values.append(heights[i])
      }
    }
    let x = tape.constant(examples.numbers, rows: count, columns: 2)
    let y = tape.constant(examples.values, rows: count, columns: 1)
    let guess = mlp.logits(x, on: tape)
    return ForwardPass(
      loss: tape.meanSquaredError(guess, target: y), output: guess, examples: examples,
      count: count, targets: count)
  }

  func reading(of pass: ForwardPass) -> Reading {
    .line(LineReading(points: [], data: [], weight: 0, bias: 0, xRange: -2...2, yRange: -1...1))
  }

  func batch(of pass: ForwardPass) -> Batch? { nil }
}
