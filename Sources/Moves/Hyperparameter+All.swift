extension Hyperparameter {
  /// In the order of options and files.
  public static let all: [Hyperparameter] = [
    .init("seed", \.seed, .fixed, help: "Fixes everything that is left to chance."),
    .init(
      "steps", \.steps, .schedule, .atLeast(1), .countable,
      help: "Training steps that the schedule is made for."),
    .init(
      "batch_size", \.batchSize, [], .atLeast(1), .atMost(65_536),
      help: "Examples of one training step."),
    .init(
      "micro_batches", \.microBatches, [], .atLeast(1),
      help: "Parts a batch is split into; their gradients add up."),
    .init(
      "optimizer", \.optimizer, .fixed, help: "What changes the parameters: adamw or sgd."),
    .init(
      "learning_rate", \.learningRate, .schedule, .positive,
      help: "The highest learning rate of the schedule."),
    .init(
      "min_learning_rate", \.minLearningRate, .schedule, .notNegative,
      help: "The learning rate at the schedule's end; unset, it follows a lower --learning-rate."),
    .init(
      "warmup", \.warmup, .schedule, .notNegative, .countable,
      help: "Steps in which the learning rate rises."),
    .init(
      "max_norm", \.maxNorm, [], .ceiling,
      help: "The ceiling for the norm of all gradients together."),
    .init(
      "weight_decay", \.weightDecay, [], .notNegative,
      help: "How fast weights shrink on their own."),
    .init(
      "beta1", \.beta1, .adamW, .share,
      help: "AdamW: how slowly its mean of the gradients forgets."),
    .init(
      "beta2", \.beta2, .adamW, .share,
      help: "AdamW: how slowly its mean of their squares forgets."),
    .init("eps", \.eps, .adamW, .positive, help: nil),
    .init(
      "dropout", \.dropout, .network, .share,
      help: "The share of values that dropout sets to 0."),
    .init(
      "init_std", \.initStd, [.fixed, .network], .positive,
      help: "The spread of the first random parameters of a GPT."),
    .init(
      "eval_interval", \.evalInterval, [], .atLeast(1), .countable,
      help: "Steps from one evaluation to the next."),
    .init(
      "eval_batches", \.evalBatches, [], .atLeast(1), .countable,
      help: "Batches that an evaluation measures."),
    .init(
      "layers", \.layers, [.fixed, .network], .atLeast(1), .atMost(128),
      help: "The layers of a GPT, the hidden layers of an MLP."),
    .init(
      "heads", \.heads, [.fixed, .network], .atLeast(1),
      help: "The attention heads of each layer of a GPT."),
    .init(
      "width", \.width, [.fixed, .network], .atLeast(1), .atMost(4096),
      help:
        "Numbers that stand for one character in a GPT; units in each hidden layer of an MLP."),
    .init(
      "context", \.context, [.fixed, .network], .atLeast(1), .atMost(8192),
      help: "Characters a GPT sees at once."),
  ]
}
