/// What one completed training step came to.
public struct StepSummary: Sendable, Equatable {
  /// Completed updates, this one included: the first step is 1.
  public var step: Int
  /// Before the update, the mean over the micro-batches; nil where the recipe has no forward.
  public var loss: Float?
  public var microLosses: [Float]
  /// Before clipping.
  public var gradNorm: Double
  public var clipFactor: Double
  public var clipped: Bool
  public var learningRate: Double
  public var updateNorm: Double
  /// Seconds spent in each move, all micro-batches together, in the order of `Move.allCases`.
  public var moveSeconds: [Double]
  /// The watched parameters after the step.
  public var watched: [WatchedParameter]

  public init(
    step: Int, loss: Float?, microLosses: [Float], gradNorm: Double, clipFactor: Double,
    clipped: Bool, learningRate: Double, updateNorm: Double, moveSeconds: [Double],
    watched: [WatchedParameter] = []
  ) {
    self.step = step
    self.loss = loss
    self.microLosses = microLosses
    self.gradNorm = gradNorm
    self.clipFactor = clipFactor
    self.clipped = clipped
    self.learningRate = learningRate
    self.updateNorm = updateNorm
    self.moveSeconds = moveSeconds
    self.watched = watched
  }

  public var seconds: Double { moveSeconds.reduce(0, +) }
}
