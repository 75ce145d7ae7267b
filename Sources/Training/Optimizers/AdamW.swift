import Autograd
import Moves
import Platform

/// AdamW as PyTorch runs it (torch/optim/adam.py, `_single_tensor_adam`); `Kernels.adamWUpdate` has the
/// formula. A tensor without a gradient is passed over: no decay, no step counted.
struct AdamW: Optimizer {
  private var settings: AdamWSettings
  private let decays: [Double]
  /// The running means of the gradient and of its square, flat like the parameters.
  private(set) var m: [Float]
  private(set) var v: [Float]
  /// Updates of each tensor; state is there from its first on.
  private(set) var steps: [Int]
  /// Most tensors have had as many updates as the one before.
  private var corrections: AdamWCorrections?

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

  mutating func update(
    _ i: Int, of parameters: Parameters, learningRate: Double, followedBy record: UpdateRecord
  ) {
    steps[i] += 1
    settings.learningRate = learningRate
    settings.weightDecay = decays[i]
    let range = parameters.range(of: i)
    let corrections = corrections(step: steps[i])
    m.withUnsafeMutableBufferPointer { m in
      v.withUnsafeMutableBufferPointer { v in
        let (m, v) = (
          UnsafeMutableBufferPointer(rebasing: m[range]),
          UnsafeMutableBufferPointer(rebasing: v[range])
        )
        record.follow(i) { part, old in
          parameters.adamWStep(i, part, m: m, v: v, old: old, settings, corrections)
        }
      }
    }
  }

  private mutating func corrections(step: Int) -> AdamWCorrections {
    if let corrections, corrections.step == step { return corrections }
    let new = settings.corrections(step: step)
    corrections = new
    return new
  }

  func moments(at place: ParameterPlace, of parameters: Parameters) -> ParameterLife.Moments? {
    guard steps[place.tensor] > 0 else { return nil }
    let corrections = settings.corrections(step: steps[place.tensor])
    let flat = parameters.range(of: place.tensor).lowerBound + place.element
    return ParameterLife.Moments(
      m: m[flat], v: v[flat], mHat: Double(m[flat]) / corrections.mean,
      vHat: Double(v[flat]) / corrections.square, updates: steps[place.tensor])
  }
}
