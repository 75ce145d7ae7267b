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

  /// The slope that the losses show: (on − back) ÷ the way between them.
  public var slope: Double { (Double(lossOn) - Double(lossBack)) / (2 * distance) }

  /// How far the two figures are apart, as a share of the larger.
  public var difference: Double { abs(slope - norm) / max(abs(slope), norm) }
}
