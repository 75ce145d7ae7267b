/// What a person sets before training starts; the names are the options' names.
public struct Hyperparameters: Sendable, Equatable {
  public enum Optimizer: String, CaseIterable, Sendable {
    case adamw
    case sgd
  }

  public var seed: UInt64 = 1
  public var steps = 1000
  /// Examples of one training step, split evenly into micro-batches.
  public var batchSize = 16
  public var microBatches = 1
  public var optimizer = Optimizer.adamw
  public var learningRate = 1e-3
  public var minLearningRate = 1e-4
  public var warmup = 0
  public var maxNorm = 1.0
  public var weightDecay = 0.01
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var eps = 1e-8
  public var dropout = 0.0
  /// Standard deviation of the first random parameters, where the model uses one.
  public var initStd = 0.02
  public var evalInterval = 100
  public var evalBatches = 4
  public var layers = 2
  public var heads = 4
  public var width = 64
  public var context = 64

  public init() {}

  public var schedule: Schedule {
    Schedule(
      peak: learningRate, minimum: minLearningRate, warmup: warmup, steps: steps)
  }

  /// Examples in one micro-batch.
  public var microBatchSize: Int { batchSize / microBatches }
}
