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
      term: "parameter",
      meaning: "one trained number. A network is nothing but its parameters and how it uses them.",
      move: .zeroGrad),
    Word(
      term: "hyperparameter",
      meaning: "a number that a person sets and training does not: learning rate, batch size.",
      move: .zeroGrad),
    Word(
      term: "training step",
      meaning: "the five moves once, from zero_grad to step: one update of the parameters.",
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
      term: "softmax",
      meaning:
        "turns logits into probabilities: all above 0, together 1, larger for larger scores.",
      move: .forward),
    Word(
      term: "cross-entropy",
      meaning: "the loss of a guess: -ln of the probability that the right answer was given.",
      move: .forward),
    Word(
      term: "dropout",
      meaning: "in training a few values are set to 0 at random, so that none is relied on alone.",
      move: .forward),
    Word(
      term: "epoch",
      meaning: "as many examples as the training data has: once through all of it.",
      move: .forward),
    Word(
      term: "eval()",
      meaning: "switches dropout off, to measure; train() switches it on again.",
      move: .forward),
    Word(
      term: "no_grad()",
      meaning: "nothing is recorded for backward: quicker, and no gradient can come of it.",
      move: .forward),
    Word(
      term: "validation loss",
      meaning: "the loss on data that training never reads. When only it rises, the network learns "
        + "by heart.",
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
      term: "backpropagation",
      meaning: "from the loss back through the network, layer by layer, by the chain rule.",
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
    Word(
      term: "SGD",
      meaning: "the plainest optimizer: each parameter goes against its gradient, times the "
        + "learning rate.",
      move: .step),
    Word(
      term: "AdamW",
      meaning: "keeps running means of each gradient (m) and of its square (v), and moves by "
        + "m / sqrt(v): about equally far whether gradients are large or small.",
      move: .step),
    Word(
      term: "bias correction",
      meaning: "m and v begin at 0 and are too small at first; m hat and v hat make up for it.",
      move: .step),
    Word(
      term: "warmup",
      meaning: "the first steps, in which the schedule raises the learning rate from near 0.",
      move: .step),
  ]
}
