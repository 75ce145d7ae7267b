import Kernels

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What AdamW is told for one step; PyTorch's defaults, in double precision as PyTorch holds them.
public struct AdamWSettings: Sendable, Equatable {
  public var learningRate = 1e-3
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var eps = 1e-8
  public var weightDecay = 1e-2

  public init() {}

  /// - Parameter step: updates of this tensor, this one included; the first is 1.
  func coefficients(step: Int) -> AdamWCoefficients {
    precondition(step > 0, "AdamW counts steps from 1, not \(step)")
    return AdamWCoefficients(
      decay: Float(1 - learningRate * weightDecay), meanShare: Float(1 - beta1),
      squareKept: Float(beta2), squareShare: Float(1 - beta2),
      rate: Float(-learningRate / (1 - pow(beta1, Double(step)))),
      rootCorrection: Float((1 - pow(beta2, Double(step))).squareRoot()), eps: Float(eps))
  }
}
