/// What one completed training step came to; nil stands for what its source does not tell.
public struct StepSummary: Sendable, Equatable {
  /// Completed updates, this one included: the first step is 1.
  public var step: Int
  /// The mean over the micro-batches, before an update changes what they are read with; nil also where
  /// the recipe has no forward.
  public var loss: Float?
  public var microLosses: [Float]
  /// Before clipping.
  public var gradNorm: Double?
  public var clipFactor: Double?
  public var clipped: Bool?
  public var learningRate: Double?
  public var updateNorm: Double?
  /// Whether a gradient scaler kept the optimizer from its step, since gradients were not finite.
  public var isSkipped = false
  /// Seconds spent in each move, all micro-batches together, in the order of `Move.allCases`.
  public var moveSeconds: [Double]
  /// The watched parameters after the step.
  public var watched: [WatchedParameter]
  /// The share of the run's time that telling of it has taken so far, where it is told elsewhere.
  public var cost: Double?
  /// Lines that could not be told in this step, since nobody read them fast enough.
  public var lost = 0
  /// Seconds that a viewer has held a script in this step; those of its moves are without them.
  public var heldSeconds = 0.0
  /// What the same step came to in the twin of a broken run.
  public var twin: TwinSummary?

  public init(
    step: Int, loss: Float?, microLosses: [Float] = [], gradNorm: Double?, clipFactor: Double?,
    clipped: Bool?, learningRate: Double?, updateNorm: Double?, moveSeconds: [Double] = [],
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

/// What one training step came to in a twin: as much as is drawn beside the broken run's.
public struct TwinSummary: Sendable, Equatable {
  public var loss: Float?
  /// Before clipping.
  public var gradNorm: Double
  public var clipped: Bool
  public var updateNorm: Double

  public init(loss: Float?, gradNorm: Double, clipped: Bool, updateNorm: Double) {
    self.loss = loss
    self.gradNorm = gradNorm
    self.clipped = clipped
    self.updateNorm = updateNorm
  }

  public init(_ summary: StepSummary) {
    self.init(
      loss: summary.loss, gradNorm: summary.gradNorm ?? .nan, clipped: summary.clipped ?? false,
      updateNorm: summary.updateNorm ?? .nan)
  }
}
