internal import Platform

/// The learning rate of every step: a linear warmup, then half a cosine down to a minimum.
///
/// nanoGPT's `get_lr` (train.py): `it` counts from 0, so training step s uses `it = s - 1`.
public struct Schedule: Sendable, Equatable {
  public var peak: Double
  public var minimum: Double
  public var warmup: Int
  public var steps: Int

  public init(peak: Double, minimum: Double, warmup: Int, steps: Int) {
    self.peak = peak
    self.minimum = minimum
    self.warmup = warmup
    self.steps = steps
  }

  public func learningRate(at it: Int) -> Double {
    if it < warmup { return peak * Double(it + 1) / Double(warmup + 1) }
    guard it <= steps, steps > warmup else { return minimum }
    let progress = Double(it - warmup) / Double(steps - warmup)
    return minimum + 0.5 * (1 + cos(.pi * progress)) * (peak - minimum)
  }
}
