import Moves

/// A hyperparameter under the name it has in files: its option's, in snake_case.
struct HyperparameterField {
  let name: String
  let json: (Hyperparameters) -> JSON
  let text: (Hyperparameters) -> String
  /// False where the text is no value of it.
  let set: (inout Hyperparameters, String) -> Bool

  private init<Value: LosslessStringConvertible & SendableMetatype>(
    _ name: String, _ path: WritableKeyPath<Hyperparameters, Value>,
    _ json: @escaping (Value) -> JSON
  ) {
    self.name = name
    self.json = { json($0[keyPath: path]) }
    text = { $0[keyPath: path].description }
    set = { chosen, text in
      guard let value = Value(text) else { return false }
      chosen[keyPath: path] = value
      return true
    }
  }

  private init<Value: LosslessStringConvertible & BinaryInteger & SendableMetatype>(
    _ name: String, _ path: WritableKeyPath<Hyperparameters, Value>
  ) {
    self.init(name, path, JSON.whole)
  }

  private init(_ name: String, _ path: WritableKeyPath<Hyperparameters, Double>) {
    self.init(name, path, JSON.real)
  }

  private init<Value: RawRepresentable<String> & SendableMetatype>(
    _ name: String, _ path: WritableKeyPath<Hyperparameters, Value>
  ) {
    self.name = name
    json = { .string($0[keyPath: path].rawValue) }
    text = { $0[keyPath: path].rawValue }
    set = { chosen, text in
      guard let value = Value(rawValue: text) else { return false }
      chosen[keyPath: path] = value
      return true
    }
  }

  static var all: [HyperparameterField] {
    [
      HyperparameterField("seed", \.seed),
      HyperparameterField("steps", \.steps),
      HyperparameterField("batch_size", \.batchSize),
      HyperparameterField("micro_batches", \.microBatches),
      HyperparameterField("optimizer", \.optimizer),
      HyperparameterField("learning_rate", \.learningRate),
      HyperparameterField("min_learning_rate", \.minLearningRate),
      HyperparameterField("warmup", \.warmup),
      HyperparameterField("max_norm", \.maxNorm),
      HyperparameterField("weight_decay", \.weightDecay),
      HyperparameterField("beta1", \.beta1),
      HyperparameterField("beta2", \.beta2),
      HyperparameterField("eps", \.eps),
      HyperparameterField("dropout", \.dropout),
      HyperparameterField("init_std", \.initStd),
      HyperparameterField("eval_interval", \.evalInterval),
      HyperparameterField("eval_batches", \.evalBatches),
      HyperparameterField("layers", \.layers),
      HyperparameterField("heads", \.heads),
      HyperparameterField("width", \.width),
      HyperparameterField("context", \.context),
    ]
  }
}
