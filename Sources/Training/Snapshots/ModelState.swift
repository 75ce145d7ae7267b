public import Autograd
import Platform

/// A copy of all parameters and gradients.
public struct ModelState: Sendable {
  /// All parameters one after the other, in the order of the model.
  public var values: [Float]
  /// The gradients in the same order, 0 where there is none; empty where no tensor has one.
  public var gradients: [Float]
  /// Which tensors have a gradient.
  public var hasGradient: [Bool]

  public init(values: [Float], gradients: [Float], hasGradient: [Bool]) {
    self.values = values
    self.gradients = gradients
    self.hasGradient = hasGradient
  }

  public init(of parameters: Parameters) {
    values = Array(parameters.values)
    hasGradient = parameters.tensors.indices.map { parameters.hasGradient($0) }
    gradients = hasGradient.contains(true) ? Array(parameters.gradients) : []
    for (i, isThere) in hasGradient.enumerated() where !isThere && !gradients.isEmpty {
      for k in parameters.range(of: i) { gradients[k] = 0 }
    }
  }

  /// Whether the parameters and their gradients are bit for bit what they were.
  func isStill(_ parameters: Parameters) -> Bool {
    let now = ModelState(of: parameters)
    return hasGradient == now.hasGradient && haveSameBits(values, now.values)
      && haveSameBits(gradients, now.gradients)
  }

  /// Makes the parameters and gradients what they were.
  func put(into parameters: Parameters) {
    precondition(
      values.count == parameters.count && hasGradient.count == parameters.tensors.count
        && (gradients.count == values.count || gradients.isEmpty && !hasGradient.contains(true)),
      "a state of \(values.count) parameters and \(gradients.count) gradients in "
        + "\(hasGradient.count) tensors for \(parameters.count) in \(parameters.tensors.count)")
    _ = parameters.values.update(fromContentsOf: values)
    _ = parameters.gradients.update(fromContentsOf: gradients)
    for (i, isThere) in hasGradient.enumerated() { parameters.setHasGradient(isThere, i) }
  }
}

private func haveSameBits(_ a: [Float], _ b: [Float]) -> Bool {
  a.withUnsafeBytes { a in
    b.withUnsafeBytes { b in
      guard let first = a.baseAddress, let second = b.baseAddress else { return a.count == b.count }
      return a.count == b.count && memcmp(first, second, a.count) == 0
    }
  }
}
