import Autograd
import Moves

/// What `step` does with gradients; its whole state is a value, so that a copy is a snapshot.
protocol Optimizer {
  /// What it remembers from step to step.
  var state: OptimizerState { get set }

  /// Parameter tensors that it keeps state for.
  var stateCount: Int { get }

  /// One update of tensor `i`, which has a gradient; `record` takes down what it changes.
  mutating func update(
    _ i: Int, of parameters: Parameters, learningRate: Double, followedBy record: UpdateRecord)

  /// The weight decay that tensor `i` gets.
  func weightDecay(_ i: Int) -> Double

  /// What it keeps for one parameter; nil where it keeps nothing.
  func moments(at place: ParameterPlace, of parameters: Parameters) -> ParameterLife.Moments?
}

extension Optimizer {
  /// nanoGPT's rule: parameters of two or more dimensions decay, others do not.
  static func decays(_ spec: ParameterSpec) -> Bool { spec.shape.count >= 2 }
}

extension Hyperparameters {
  /// The optimizer they ask for, before its first step.
  func makeOptimizer(for parameters: Parameters) -> any Training.Optimizer {
    switch optimizer {
    case .adamw: AdamW(self, for: parameters)
    case .sgd: GradientDescent(self, for: parameters)
    }
  }
}
