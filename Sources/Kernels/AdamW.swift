import Lanes

/// One parameter tensor's AdamW coefficients for one step, rounded from double as PyTorch rounds them.
public struct AdamWCoefficients: Sendable {
  /// 1 − lr·weightDecay.
  public var decay: Float
  /// 1 − β1.
  public var meanShare: Float
  /// β2 and 1 − β2.
  public var squareKept: Float
  public var squareShare: Float
  /// −lr/(1 − β1^step).
  public var rate: Float
  /// √(1 − β2^step).
  public var rootCorrection: Float
  public var eps: Float

  public init(
    decay: Float, meanShare: Float, squareKept: Float, squareShare: Float, rate: Float,
    rootCorrection: Float, eps: Float
  ) {
    self.decay = decay
    self.meanShare = meanShare
    self.squareKept = squareKept
    self.squareShare = squareShare
    self.rate = rate
    self.rootCorrection = rootCorrection
    self.eps = eps
  }
}

/// p, m and v, `count` numbers each, in place after one AdamW step: Loshchilov and Hutter, "Decoupled
/// Weight Decay Regularization" (2019), in the order of `torch/optim/adam.py`, `_single_tensor_adam`:
///
///     p ← p·(1 − lr·wd)        m ← m + (1 − β1)(g − m)        v ← β2·v + (1 − β2)·g²
///     p ← p − lr/(1 − β1^step)·m / (√v/√(1 − β2^step) + eps)
///
/// No two of the five arrays overlap; g stays as it is, and `old` receives p as it was.
///
/// - Returns: how far p moved, and a number that is finite where every v is: the sum of all, made
///   small enough that no sum of 65,536 overflows.
@discardableResult @inline(never)
public func adamWUpdate(
  _ p: UnsafeMutablePointer<Float>, gradient g: UnsafePointer<Float>,
  m: UnsafeMutablePointer<Float>, v: UnsafeMutablePointer<Float>,
  old: UnsafeMutablePointer<Float>, count: Int, _ with: AdamWCoefficients
) -> (movement: Movement, kept: Float) {
  // Like torch.lerp, the mean goes to the gradient from the nearer of the two.
  let isMeanNear = with.meanShare < 0.5
  let meanShare = Lanes(repeating: isMeanNear ? with.meanShare : with.meanShare - 1)
  var (sums, movements) = (Lanes.zero, Movements())
  inSixteens(count) { i, left in
    let slope = load(g + i, left)
    let mean = load(m + i, left)
    let newMean = fused(meanShare, slope - mean, plus: isMeanNear ? mean : slope)
    let square = fused(slope * with.squareShare, slope, plus: load(v + i, left) * with.squareKept)
    let size = square.squareRoot() / with.rootCorrection + with.eps
    store(newMean, m + i, left)
    store(square, v + i, left)
    let before = load(p + i, left)
    let after = before * with.decay + newMean * with.rate / size
    store(before, old + i, left)
    store(after, p + i, left)
    movements.add(from: before, to: after)
    sums = fused(square, Lanes(repeating: 0x1p-16), plus: sums)
  }
  return (movements.total, total(sums))
}
