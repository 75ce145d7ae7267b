internal import Moves

/// A term of the field in a sentence or two, and the move it belongs to first.
struct Word: Sendable, Equatable {
  var term: String
  var meaning: String
  var move: Move
  /// The optimizer that it is about, or that alone does this.
  var optimizer: Hyperparameters.Optimizer?

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
      meaning: "one trained number, a knob that training turns. A network is its parameters and "
        + "the way it computes with them.",
      move: .zeroGrad),
    Word(
      term: "hyperparameter",
      meaning: "a number that a person sets and training does not change: learning rate, batch "
        + "size.",
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
      term: ".item()",
      meaning: "takes the plain number out of a tensor: loss.item(). The tensor itself would keep "
        + "the whole graph of its forward alive.",
      move: .forward),
    Word(
      term: "logits",
      meaning: "one score for every possible answer; softmax turns them into probabilities.",
      move: .forward),
    Word(
      term: "batch",
      meaning: "the examples of one training step; a micro-batch is the part of it that is read at "
        + "once.",
      move: .forward),
    Word(
      term: "softmax",
      meaning:
        "turns logits into probabilities: each is above 0, they add up to 1, and a higher score "
        + "gives a higher probability.",
      move: .forward),
    Word(
      term: "cross-entropy",
      meaning: "the loss of a guess, -ln of the probability that it gave to the right answer.",
      move: .forward),
    Word(
      term: "dropout",
      meaning: "in training a few values are set to 0 at random, so that the network relies on no "
        + "single one.",
      move: .forward),
    Word(
      term: "epoch",
      meaning: "once through the training data: as many examples as it has.",
      move: .forward),
    Word(
      term: "eval()",
      meaning: "model.eval() switches dropout off for measuring; model.train() switches it on "
        + "again.",
      move: .forward),
    Word(
      term: "no_grad()",
      meaning: "inside it no operation is recorded for backward: it saves time and memory.",
      move: .forward),
    Word(
      term: "validation loss",
      meaning: "the loss on data that training never reads.",
      move: .forward),
    Word(
      term: "overfitting",
      meaning: "the training loss goes on falling and the validation loss does not: the network "
        + "memorises its training data.",
      move: .forward),
    Word(
      term: "EMA",
      meaning: "exponential moving average: a mean in which each value counts 0.9 times as much as "
        + "the next, or 0.98 times. s draws it over the loss.",
      move: .forward),
    Word(
      term: "gradient",
      meaning: "for each parameter, how the loss would change if that parameter grew a little. "
        + "PyTorch keeps it in .grad.",
      move: .backward),
    Word(
      term: "accumulation",
      meaning: "the gradients of several micro-batches add up before one update.",
      move: .backward),
    Word(
      term: "backpropagation",
      meaning: "how backward finds gradients: from the loss back through the network, layer by "
        + "layer, by the chain rule.",
      move: .backward),
    Word(
      term: "norm",
      meaning: "one length for many numbers, the square root of the sum of their squares.",
      move: .clip),
    Word(
      term: "ceiling",
      meaning: "the largest norm allowed, max_norm in PyTorch. A longer gradient is shortened to "
        + "it and keeps its direction.",
      move: .clip),
    Word(
      term: "learning rate",
      meaning: "how far an update goes: a low rate makes gentle steps, a high one bold steps. A "
        + "schedule changes it from step to step.",
      move: .step),
    Word(
      term: "update norm",
      meaning: "the norm of what a step changed, over all parameters: how far it moved them.",
      move: .step),
    Word(
      term: "weight decay",
      meaning: "where it is above 0, every update also shrinks the weights a little, so that none "
        + "grows too large.",
      move: .step),
    Word(
      term: "SGD",
      meaning: "the plainest optimizer. It subtracts from each parameter its gradient times the "
        + "learning rate.",
      move: .step, optimizer: .sgd),
    Word(
      term: "AdamW",
      meaning: "an optimizer that keeps running means of each gradient (m) and of its square (v) "
        + "and moves each parameter by about m / sqrt(v), times the learning rate: about equally "
        + "far whether its gradients are large or small.",
      move: .step, optimizer: .adamw),
    Word(
      term: "bias correction",
      meaning: "m and v begin at 0, so at first they are too small; m hat and v hat correct that.",
      move: .step, optimizer: .adamw),
    Word(
      term: "warmup",
      meaning: "the first steps, in which the schedule raises the learning rate from near 0 to its "
        + "highest value.",
      move: .step),
  ]
}
