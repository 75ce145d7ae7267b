internal import Autograd
internal import Moves

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// AdamW or SGD with what they remember; a parameter without a gradient is left alone.
final class Optimizer {
  private let parameters: Parameters
  private let chosen: Hyperparameters
  private let m: UnsafeMutableBufferPointer<Float>
  private let v: UnsafeMutableBufferPointer<Float>
  /// Updates of each tensor; its moments exist from the first on.
  private(set) var updates: [Int]
  /// The parameters before the update under way.
  private let old: UnsafeMutableBufferPointer<Float>
  /// The rate in the parameter groups, written by the schedule.
  var learningRate = 0.0

  init(_ parameters: Parameters, _ hyperparameters: Hyperparameters) {
    self.parameters = parameters
    chosen = hyperparameters
    updates = Array(repeating: 0, count: parameters.tensors.count)
    m = .allocate(capacity: parameters.count)
    v = .allocate(capacity: parameters.count)
    old = .allocate(capacity: parameters.count)
    for buffer in [m, v, old] { buffer.initialize(repeating: 0) }
  }

  deinit {
    for buffer in [m, v, old] { buffer.deallocate() }
  }

  /// The parameter that this update moved most.
  private var farthest: Int {
    var (place, most): (Int, Float) = (0, -1)
    for i in old.indices {
      let gap = abs(parameters.values[i] - old[i])
      if gap > most { (place, most) = (i, gap) }
    }
    return place
  }

  /// Tensors that the optimizer remembers something about.
  var stateCount: Int { updates.count { $0 > 0 } }

  /// One update of every parameter that has a gradient, and what it came to.
  func step(watching watched: [Int], nextLearningRate: Double) -> UpdateReport {
    _ = old.update(from: parameters.values)
    let parameterNorm = squaredSum(parameters.values).squareRoot()
    var updated = 0
    for i in parameters.tensors.indices where parameters.hasGradient(i) {
      update(i)
      updated += 1
    }
    return UpdateReport(
      learningRate: learningRate, nextLearningRate: nextLearningRate,
      updateNorm: squaredDistance(parameters.values, old).squareRoot(),
      parameterNorm: parameterNorm, updated: updated,
      skipped: parameters.tensors.count - updated,
      largestMover: updated > 0 ? life(ofParameter: farthest) : nil,
      watched: updated > 0 ? watched.compactMap { life(ofParameter: $0) } : [])
  }

  private func update(_ i: Int) {
    updates[i] += 1
    switch chosen.optimizer {
    case .adamw:
      let range = parameters.range(of: i)
      parameters.adamWStep(
        i, m: UnsafeMutableBufferPointer(rebasing: m[range]),
        v: UnsafeMutableBufferPointer(rebasing: v[range]), settings(of: i), step: updates[i])
    case .sgd:
      parameters.gradientDescentStep(
        i, learningRate: learningRate, weightDecay: weightDecay(of: i))
    }
  }

  private func settings(of i: Int) -> AdamWSettings {
    var settings = AdamWSettings()
    settings.learningRate = learningRate
    settings.beta1 = chosen.beta1
    settings.beta2 = chosen.beta2
    settings.eps = chosen.eps
    settings.weightDecay = weightDecay(of: i)
    return settings
  }

  /// What the running mean still lacks after so few updates: 1 − βᵗ.
  private func bias(_ beta: Double, _ i: Int) -> Double { 1 - pow(beta, Double(updates[i])) }

  /// Only parameters of two or more dimensions decay, as in nanoGPT.
  private func weightDecay(of i: Int) -> Double {
    parameters.specs[i].shape.count >= 2 ? chosen.weightDecay : 0
  }

  /// What the update did to one parameter, from the very numbers it used.
  private func life(ofParameter place: Int) -> ParameterLife? {
    guard
      let i = parameters.tensors.indices.first(where: {
        parameters.range(of: $0).contains(place)
      }), parameters.hasGradient(i)
    else { return nil }
    return ParameterLife(
      name: parameters.specs[i].name,
      index: parameters.specs[i].index(of: place - parameters.range(of: i).lowerBound),
      old: old[place], gradient: parameters.gradients[place], moments: moments(i, place),
      weightDecay: weightDecay(of: i), new: parameters.values[place])
  }

  private func moments(_ i: Int, _ place: Int) -> ParameterLife.Moments? {
    guard chosen.optimizer == .adamw else { return nil }
    return .init(
      m: m[place], v: v[place], mHat: Double(m[place]) / bias(chosen.beta1, i),
      vHat: Double(v[place]) / bias(chosen.beta2, i))
  }
}

extension ParameterSpec {
  /// The index in each dimension of an element of the flat tensor.
  func index(of element: Int) -> [Int] {
    var left = element
    return shape.reversed().map { size in
      defer { left /= size }
      return left % size
    }.reversed()
  }
}
