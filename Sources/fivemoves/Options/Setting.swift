internal import Moves

/// One option that the person set, and what it changes.
struct Setting {
  let option: String
  let value: String
  let apply: (inout Hyperparameters) -> Void
  /// What it is in others, as a person would set it.
  let valueIn: (Hyperparameters) -> String

  /// Nil where the person left the lesson's default.
  init?<Value: CustomStringConvertible>(
    _ option: String, _ value: Value?, _ path: WritableKeyPath<Hyperparameters, Value>
  ) {
    guard let value else { return nil }
    self.option = option
    self.value = value.description
    apply = { $0[keyPath: path] = value }
    valueIn = { $0[keyPath: path].description }
  }

  init?<Value: RawRepresentable<String>>(
    _ option: String, _ value: Value?, _ path: WritableKeyPath<Hyperparameters, Value>
  ) {
    guard let value else { return nil }
    self.option = option
    self.value = value.rawValue
    apply = { $0[keyPath: path] = value }
    valueIn = { $0[keyPath: path].rawValue }
  }
}

extension RunOptions {
  /// Everything the person set.
  var settings: [Setting] {
    [
      Setting("--seed", seed, \.seed),
      Setting("--steps", steps, \.steps),
      Setting("--batch-size", batchSize, \.batchSize),
      Setting("--micro-batches", microBatches, \.microBatches),
      Setting("--learning-rate", learningRate, \.learningRate),
      Setting("--min-learning-rate", minLearningRate, \.minLearningRate),
      Setting("--warmup", warmup, \.warmup),
      Setting("--max-norm", maxNorm, \.maxNorm),
      Setting("--weight-decay", weightDecay, \.weightDecay),
      Setting("--beta1", beta1, \.beta1),
      Setting("--beta2", beta2, \.beta2),
      Setting("--optimizer", optimizer, \.optimizer),
      Setting("--eval-interval", evalInterval, \.evalInterval),
      Setting("--eval-batches", evalBatches, \.evalBatches),
      Setting("--dropout", dropout, \.dropout),
      Setting("--init-std", initStd, \.initStd),
      Setting("--layers", layers, \.layers),
      Setting("--heads", heads, \.heads),
      Setting("--width", width, \.width),
      Setting("--context", context, \.context),
    ].compactMap { $0 }
  }
}
