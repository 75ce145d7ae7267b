/// What a run was set to, as far as its source tells: nil stands for what it does not.
public struct Settings: Sendable, Equatable {
  /// Training steps in all.
  public var steps: Int?
  public var microBatches: Int?
  public var optimizer: OptimizerName?
  /// The ceiling of the gradients' norm; infinity where none is set.
  public var maxNorm: Double?
  /// The learning rate of every step, where that is known ahead.
  public var schedule: Schedule?
  public var evalInterval: Int?
  /// The share of values that are dropped in training.
  public var dropout: Double?
  public var seed: UInt64?

  public init() {}

  public init(_ chosen: Hyperparameters) {
    (steps, microBatches, evalInterval) = (chosen.steps, chosen.microBatches, chosen.evalInterval)
    optimizer = OptimizerName(chosen.optimizer)
    (maxNorm, schedule) = (chosen.maxNorm, chosen.schedule)
    (dropout, seed) = (chosen.dropout, chosen.seed)
  }

  /// Parts that a training step reads its batch in: one, where no more are told of.
  public var parts: Int { microBatches ?? 1 }

  public var hasParts: Bool { parts > 1 }
}

/// An optimizer by its own name, which may be one of ours.
public struct OptimizerName: Sendable, Equatable {
  public var name: String
  /// Nil where what it does is not known here.
  public var kind: Hyperparameters.Optimizer?

  public init(_ kind: Hyperparameters.Optimizer) {
    self.kind = kind
    name =
      switch kind {
      case .adamw: "AdamW"
      case .sgd: "SGD"
      }
  }

  /// Whether there is none: lines of the script change the parameters.
  public var isByHand: Bool { name == "by hand" }

  /// - Parameter name: its class in PyTorch, such as "RMSprop".
  public init(named name: String) {
    self.name = name
    kind = Hyperparameters.Optimizer.allCases.first { Self($0).name == name }
  }
}
