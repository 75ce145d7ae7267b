import Autograd
import Moves

/// Plain gradient descent, PyTorch's SGD without momentum: it remembers nothing.
struct GradientDescent: Optimizer {
  private let decays: [Double]

  init(_ hyperparameters: Hyperparameters, for parameters: Parameters) {
    decays = parameters.specs.map { Self.decays($0) ? hyperparameters.weightDecay : 0 }
  }

  var state: OptimizerState {
    get { OptimizerState() }
    set { precondition(newValue == OptimizerState(), "gradient descent remembers nothing") }
  }

  var stateCount: Int { 0 }

  func weightDecay(_ i: Int) -> Double { decays[i] }

  mutating func update(
    _ i: Int, of parameters: Parameters, learningRate: Double, followedBy record: UpdateRecord
  ) {
    record.follow(i) { part, old in
      parameters.gradientDescentStep(
        i, part, old: old, learningRate: learningRate, weightDecay: decays[i])
    }
  }

  func moments(at place: ParameterPlace, of parameters: Parameters) -> ParameterLife.Moments? {
    nil
  }
}
