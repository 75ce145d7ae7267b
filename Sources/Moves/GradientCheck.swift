/// The gradient beside a finite difference along it: two ways to the same slope.
public struct GradientCheck: Sendable, Equatable {
  /// Completed updates when it was made.
  public var step: Int
  /// The norm of the gradient of `loss`: how fast the loss grows along the gradient's direction.
  public var norm: Double
  public var loss: Float
  /// The loss with all parameters a little way back, and a little way on, along that direction.
  public var lossBack: Float
  public var lossOn: Float
  /// How far each way.
  public var distance: Double
  /// Whether everything that training goes on from was bit for bit the same before and after.
  public var unchanged: Bool

  public init(
    step: Int, norm: Double, loss: Float, lossBack: Float, lossOn: Float, distance: Double,
    unchanged: Bool
  ) {
    self.step = step
    self.norm = norm
    self.loss = loss
    self.lossBack = lossBack
    self.lossOn = lossOn
    self.distance = distance
    self.unchanged = unchanged
  }

  /// The slope that the losses show: (on − back) ÷ the way between them, from the figures as they
  /// are shown, so that whoever computes it again comes to the same.
  public var slope: Double { (shown(lossOn) - shown(lossBack)) / (2 * shownDistance) }

  /// The decimals of a loss that is checked; nil where it is shown as any other.
  public static func decimals(of loss: Float) -> Int? { abs(loss) < 1000 ? 6 : nil }

  /// With five digits.
  public var shownDistance: Double { distance.rounded(toDigits: 5) }

  private func shown(_ loss: Float) -> Double {
    Self.decimals(of: loss) == nil ? Double(loss) : (Double(loss) * 1e6).rounded() / 1e6
  }

  /// How far the two figures are apart as they are shown, in three digits, as a share of the larger.
  public var difference: Double {
    let (slope, norm) = (slope.rounded(toDigits: 3), norm.rounded(toDigits: 3))
    return slope == norm ? 0 : abs(slope - norm) / max(abs(slope), norm)
  }
}
