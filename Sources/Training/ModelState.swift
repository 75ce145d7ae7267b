import Autograd

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A copy of all parameters and gradients.
struct ModelState {
  private let values: [Float]
  private let gradients: [Float]
  private let hasGradient: [Bool]

  init(of parameters: Parameters) {
    values = Array(parameters.values)
    gradients = Array(parameters.gradients)
    hasGradient = parameters.tensors.indices.map { parameters.hasGradient($0) }
  }

  /// Whether the parameters and their gradients are bit for bit what they were.
  func isStill(_ parameters: Parameters) -> Bool {
    hasGradient == parameters.tensors.indices.map { parameters.hasGradient($0) }
      && hasSameBits(values, parameters.values) && hasSameBits(gradients, parameters.gradients)
  }

  private func hasSameBits(_ copy: [Float], _ live: UnsafeMutableBufferPointer<Float>) -> Bool {
    copy.withUnsafeBytes { copy in
      let live = UnsafeRawBufferPointer(live)
      guard let first = copy.baseAddress, let second = live.baseAddress else { return true }
      return copy.count == live.count && memcmp(first, second, copy.count) == 0
    }
  }
}
