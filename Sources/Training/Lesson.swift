internal import Autograd
internal import Models
internal import Moves

/// A lesson before it begins: its facts, and how to begin it.
protocol Lesson: Sendable {
  var facts: LessonFacts { get }
  /// Makes the data and the untrained network.
  func begin(_ hyperparameters: Hyperparameters, dropout: DropoutStream) -> any Task
}

/// A lesson under way: its data, its network, and how the two meet.
protocol Task: AnyObject {
  var model: any Model { get }
  /// Symbols of a language model in the order of their numbers; empty for others.
  var vocabulary: [String] { get }

  /// So many examples, drawn from the training or the validation data.
  func batch(_ part: DataPart, examples: Int, random: inout MersenneTwister) -> Batch
  /// Runs the network on a batch and measures its loss.
  func forward(_ batch: Batch, on tape: Tape) -> Pass
  /// What the network read and made of it.
  func reading(of batch: Batch, _ pass: Pass) -> Reading
  /// Examples that are always the same, for a first look.
  func firstBatch(examples: Int) -> Batch
  /// Text that the network writes; nil for networks that do not write.
  func sample(length: Int, random: inout MersenneTwister, on tape: Tape) -> (String, String)?
}

enum DataPart {
  case training
  case validation
}

/// Examples and their answers.
enum Batch {
  case tokens(inputs: [Int32], targets: [Int32])
  case points(x: [Float], y: [Float])
}

/// One run of the network: what came out, and the loss.
struct Pass {
  let output: Tensor
  let loss: Tensor
  /// How many answers the loss is the mean of.
  let targets: Int
}
