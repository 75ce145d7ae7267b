internal import Moves

/// A term of the field in a sentence or two, and the move it belongs to first.
struct Word: Sendable, Equatable {
  var term: String
  var meaning: String
  var move: Move

  static func of(_ move: Move) -> [Word] { all.filter { $0.move == move } }

  static let all = [
    Word(
      term: "None",
      meaning: "no gradient at all. The optimizer skips a parameter whose .grad is None.",
      move: .zeroGrad),
    Word(
      term: "optimizer",
      meaning: "holds the parameters and changes them. zero_grad and step are its methods.",
      move: .zeroGrad),
    Word(
      term: "loss",
      meaning: "one number that says how wrong the guesses were. Training makes it smaller.",
      move: .forward),
    Word(
      term: "logits",
      meaning: "the scores for every possible answer; softmax turns them into probabilities.",
      move: .forward),
    Word(
      term: "batch",
      meaning: "the examples of one training step; a micro-batch is a part read at once.",
      move: .forward),
    Word(
      term: "gradient",
      meaning: "for each parameter, how the loss would change if that parameter grew a little.",
      move: .backward),
    Word(
      term: "accumulation",
      meaning: "several micro-batches add their gradients up before one update.",
      move: .backward),
    Word(
      term: "norm",
      meaning: "the length of many numbers taken together: the root of the sum of squares.",
      move: .clip),
    Word(
      term: "max norm",
      meaning: "the ceiling. A longer gradient is shortened to it and keeps its direction.",
      move: .clip),
    Word(
      term: "learning rate",
      meaning: "how far the update goes. A schedule changes it from step to step.",
      move: .step),
    Word(
      term: "weight decay",
      meaning: "weights shrink a little with every update, so that none grows without need.",
      move: .step),
  ]
}
