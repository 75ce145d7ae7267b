import Autograd
import Models
import Moves

/// What a lesson brings to the loop: a network, data, and a loss that joins them.
protocol LessonTask {
  var model: any Model { get }
  /// The symbols a language model knows, in the order of their numbers.
  var vocabulary: [String] { get }
  /// The person's own text that it reads, where it does.
  var text: TextFacts? { get }
  /// Which data it trains on; nil for one that only writes, or is only measured.
  var data: DataFacts? { get }
  /// The loss of giving every answer the same chance, where that has a meaning.
  var guessingLoss: Float? { get }
  /// The parameters whose life is told unless a person chooses others.
  var watched: [ParameterPlace] { get }
  /// What dropout masks are drawn from; nil for a network without dropout.
  var dropoutStream: DropoutStream? { get }

  /// The loss over `count` examples of one part of the data, taken from `sampler`.
  func forward(
    _ count: Int, from part: DataPart, drawnFrom sampler: inout BatchSampler, on tape: Tape
  ) -> ForwardPass

  /// What the network made of the examples of a pass whose tape has not been reset yet.
  func reading(of pass: ForwardPass) -> Reading

  /// What the network as it is now makes of the same examples, where that is a picture.
  func readingAgain(of pass: ForwardPass) -> Reading?

  /// How many answers it gave its best guess to, where guesses are right or wrong.
  func right(in pass: ForwardPass) -> Int?

  /// What it read, for those who keep it.
  func batch(of pass: ForwardPass) -> Batch?

  /// Text as it is wished for; nil for a model that does not write.
  func write(_ options: SamplingOptions, drawnFrom random: inout MersenneTwister, on tape: Tape)
    -> Writing?
}

extension LessonTask {
  var vocabulary: [String] { [] }
  var text: TextFacts? { nil }
  var data: DataFacts? { nil }
  var guessingLoss: Float? { nil }
  var watched: [ParameterPlace] { [] }
  var dropoutStream: DropoutStream? { nil }

  func readingAgain(of pass: ForwardPass) -> Reading? { nil }
  func right(in pass: ForwardPass) -> Int? { nil }

  func write(
    _ options: SamplingOptions, drawnFrom random: inout MersenneTwister, on tape: Tape
  ) -> Writing? { nil }
}

/// Which part of the data: what training reads, or what is kept back to judge it.
enum DataPart {
  case training
  case validation
}

/// What one forward pass left; what it tells is made of it only for those who ask.
struct ForwardPass {
  var loss: Tensor
  /// What the network made of the examples: numbers, or a score for each class.
  var output: Tensor
  var examples: Examples
  /// How many examples there are.
  var count: Int
  /// How many answers the loss is the mean of.
  var targets: Int
}

/// What a model wrote after a prompt.
struct Writing {
  var prompt: String
  var text: String
  var names: [InventedName] = []
}
