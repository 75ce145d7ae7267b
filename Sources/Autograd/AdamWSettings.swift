import Kernels
import Platform

/// What AdamW is told for one step; PyTorch's defaults, in double precision as PyTorch holds them.
public struct AdamWSettings: Sendable, Equatable {
  public var learningRate = 1e-3
  public var beta1 = 0.9
  public var beta2 = 0.999
  public var eps = 1e-8
  public var weightDecay = 1e-2

  public init() {}

  /// 1 − β1^step and 1 − β2^step.
  /// - Parameter step: updates of a tensor, this one included; the first is 1.
  public func corrections(step: Int) -> AdamWCorrections {
    precondition(step > 0, "AdamW counts steps from 1, not \(step)")
    return AdamWCorrections(
      step: step, mean: 1 - pow(beta1, Double(step)), square: 1 - pow(beta2, Double(step)))
  }

  func coefficients(_ corrections: AdamWCorrections) -> AdamWCoefficients {
    AdamWCoefficients(
      decay: Float(1 - learningRate * weightDecay), meanShare: Float(1 - beta1),
      squareKept: Float(beta2), squareShare: Float(1 - beta2),
      rate: Float(-learningRate / corrections.mean),
      rootCorrection: Float(corrections.square.squareRoot()), eps: Float(eps))
  }
}

/// What AdamW's running means are divided by, since they began at 0.
public struct AdamWCorrections: Sendable, Equatable {
  /// Updates of the tensor, this one included.
  public let step: Int
  /// 1 − β1^step and 1 − β2^step.
  public let mean: Double
  public let square: Double
}
