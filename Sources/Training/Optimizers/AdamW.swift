import Autograd
import Moves

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// AdamW as PyTorch runs it (torch/optim/adam.py, `_single_tensor_adam`).
struct AdamW: Optimizer {
  private var settings: AdamWSettings
  private let decays: [Double]
  /// The running means of the gradient and of its square, flat like the parameters.
  private(set) var m: [Float]
  private(set) var v: [Float]
  /// Updates of each tensor; state is there from its first on.
  private(set) var steps: [Int]

  init(_ hyperparameters: Hyperparameters, for parameters: Parameters) {
    settings = AdamWSettings()
    settings.beta1 = hyperparameters.beta1
    settings.beta2 = hyperparameters.beta2
    settings.eps = hyperparameters.eps
    decays = parameters.specs.map { Self.decays($0) ? hyperparameters.weightDecay : 0 }
    m = Array(repeating: 0, count: parameters.count)
    v = m
    steps = Array(repeating: 0, count: parameters.specs.count)
  }

  var state: OptimizerState {
    get { OptimizerState(m: m, v: v, steps: steps) }
    set {
      precondition(
        newValue.m.count == m.count && newValue.v.count == v.count
          && newValue.steps.count == steps.count,
        "running means of \(newValue.m.count) and \(newValue.v.count) numbers in "
          + "\(newValue.steps.count) tensors for \(m.count) in \(steps.count)")
      (m, v, steps) = (newValue.m, newValue.v, newValue.steps)
    }
  }

  var stateCount: Int { steps.count { $0 > 0 } }

  func weightDecay(_ i: Int) -> Double { decays[i] }

  mutating func update(_ i: Int, of parameters: Parameters, learningRate: Double) {
    steps[i] += 1
    settings.learningRate = learningRate
    settings.weightDecay = decays[i]
    let range = parameters.range(of: i)
    m.withUnsafeMutableBufferPointer { m in
      v.withUnsafeMutableBufferPointer { v in
        parameters.adamWStep(
          i, m: UnsafeMutableBufferPointer(rebasing: m[range]),
          v: UnsafeMutableBufferPointer(rebasing: v[range]), settings, step: steps[i])
      }
    }
  }

  func moments(at place: ParameterPlace, of parameters: Parameters) -> ParameterLife.Moments? {
    guard steps[place.tensor] > 0 else { return nil }
    let updates = Double(steps[place.tensor])
    let flat = parameters.range(of: place.tensor).lowerBound + place.element
    return ParameterLife.Moments(
      m: m[flat], v: v[flat], mHat: Double(m[flat]) / (1 - pow(settings.beta1, updates)),
      vHat: Double(v[flat]) / (1 - pow(settings.beta2, updates)), updates: steps[place.tensor])
  }
}
