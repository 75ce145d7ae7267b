/// What a move left behind: plain values, labelled with their moment. A figure that is nil is one
/// that its source does not tell.
public struct MoveReport: Sendable, Equatable {
  /// The training step the move belongs to; the first is 1.
  public var step: Int
  public var planned: PlannedMove
  /// Where the move stands among the moves of its step, from 0.
  public var position: Int
  public var moveCount: Int?
  /// The rate the schedule gives this step.
  public var learningRate: Double?
  public var seconds: Double
  /// The line of a person's own script that made it.
  public var source: SourceLine?
  public var outcome: Outcome
  /// The watched parameters as this move left them.
  public var watched: [WatchedParameter]
  /// What the whole step came to, once its last move is made.
  public var summary: StepSummary?

  public indirect enum Outcome: Sendable, Equatable {
    case zeroGrad(ZeroGradReport)
    case forward(ForwardReport)
    case backward(BackwardReport)
    case clip(ClipReport)
    case step(UpdateReport)
    /// The move could not be made, as a PyTorch loop would raise there: why, in one sentence.
    case failed(String)
  }

  public init(
    step: Int, planned: PlannedMove, position: Int, moveCount: Int?, learningRate: Double?,
    seconds: Double, outcome: Outcome, watched: [WatchedParameter] = [],
    summary: StepSummary? = nil
  ) {
    self.step = step
    self.planned = planned
    self.position = position
    self.moveCount = moveCount
    self.learningRate = learningRate
    self.seconds = seconds
    self.outcome = outcome
    self.watched = watched
    self.summary = summary
  }

  public var move: Move { planned.move }
  public var completesStep: Bool { summary != nil || position + 1 == moveCount }
}

/// `zero_grad`: the gradients of the last step are wiped.
public struct ZeroGradReport: Sendable, Equatable {
  /// How many parameter tensors held a gradient; none do now.
  public var wiped: Int
  /// How many parameter tensors there are.
  public var tensors: Int
  /// The norm that the gradients had together (0 when there were none).
  public var norm: Double?

  public init(wiped: Int, tensors: Int, norm: Double?) {
    self.wiped = wiped
    self.tensors = tensors
    self.norm = norm
  }
}

/// `forward`: one micro-batch went through the network.
public struct ForwardReport: Sendable, Equatable {
  public var loss: Float?
  /// The mean of this step's losses so far; nil where an update came in between: its parameters are
  /// others than theirs.
  public var meanLoss: Float?
  public var examples: Int?
  /// How many answers the loss is the mean of.
  public var targets: Int?
  /// Nil also where nobody asked for it.
  public var reading: Reading?
  /// Operations that are alive: recorded by this pass, or kept from earlier ones.
  public var liveOperations: Int?
  /// Of the examples that another of this step came before, how many were the next in the file.
  public var inOrder = 0
  public var neighbours = 0

  public init(
    loss: Float?, meanLoss: Float?, examples: Int?, targets: Int?, reading: Reading? = nil
  ) {
    self.loss = loss
    self.meanLoss = meanLoss
    self.examples = examples
    self.targets = targets
    self.reading = reading
  }
}

/// `backward`: the gradients of one micro-batch were added to what was there.
public struct BackwardReport: Sendable, Equatable {
  /// Where it begins, if the forward was told before its loss could be known.
  public var loss: Float?
  /// What the loss was divided by before backward: in a good loop the number of micro-batches.
  public var divisor: Int?
  /// How many parameter tensors already held a gradient when backward began.
  public var gradientsBefore: Int
  public var normBefore: Double?
  /// The norm of all gradients together, after this micro-batch.
  public var norm: Double?
  public var layers: [LayerNorm]

  public init(
    divisor: Int?, gradientsBefore: Int, normBefore: Double?, norm: Double?, layers: [LayerNorm]
  ) {
    self.divisor = divisor
    self.gradientsBefore = gradientsBefore
    self.normBefore = normBefore
    self.norm = norm
    self.layers = layers
  }
}

/// The gradient norm of one layer.
public struct LayerNorm: Sendable, Equatable {
  public var layer: String
  public var norm: Double

  public init(layer: String, norm: Double) {
    self.layer = layer
    self.norm = norm
  }
}

/// `clip`: the gradients were multiplied by one factor, so that their norm is at most the ceiling.
public struct ClipReport: Sendable, Equatable {
  public var normBefore: Double
  public var normAfter: Double
  public var maxNorm: Double
  public var factor: Double
  public var clipped: Bool
  /// Clipped steps so far, this one included.
  public var clippedSteps: Int
  /// The step that they are counted from, where that is not the first.
  public var clippedSince: Int?
  /// How many parameter tensors held a gradient.
  public var gradients: Int

  public init(
    normBefore: Double, normAfter: Double, maxNorm: Double, factor: Double, clipped: Bool,
    clippedSteps: Int, gradients: Int = 0
  ) {
    self.normBefore = normBefore
    self.normAfter = normAfter
    self.maxNorm = maxNorm
    self.factor = factor
    self.clipped = clipped
    self.clippedSteps = clippedSteps
    self.gradients = gradients
  }
}

/// `step`: the optimizer changed the parameters.
public struct UpdateReport: Sendable, Equatable {
  public var learningRate: Double
  /// The rate the schedule gives the next step.
  public var nextLearningRate: Double?
  /// The norm of the change of all parameters together, and of the parameters before it.
  public var updateNorm: Double?
  public var parameterNorm: Double?
  /// The norm of the part of the change that is weight decay's.
  public var decayNorm = 0.0
  /// Parameter tensors that were changed; those without a gradient are skipped.
  public var updated: Int
  public var skipped: Int
  /// Parameter tensors that the optimizer keeps state for, after this update.
  public var withState: Int?
  public var largestMover: ParameterLife?
  public var watched: [ParameterLife]
  /// The same norms layer by layer.
  public var layers: [LayerUpdate]
  /// One of AdamW's running means of squared gradients that is infinite or not a number; nil where
  /// all are finite.
  public var lostSquare: Float?
  /// What the network with its new parameters makes of the examples that it read last, where that is
  /// a picture.
  public var reading: Reading?

  public init(
    learningRate: Double, nextLearningRate: Double?, updateNorm: Double?, parameterNorm: Double?,
    updated: Int, skipped: Int, withState: Int? = nil, largestMover: ParameterLife? = nil,
    watched: [ParameterLife] = [], layers: [LayerUpdate] = []
  ) {
    self.learningRate = learningRate
    self.nextLearningRate = nextLearningRate
    self.updateNorm = updateNorm
    self.parameterNorm = parameterNorm
    self.updated = updated
    self.skipped = skipped
    self.withState = withState
    self.largestMover = largestMover
    self.watched = watched
    self.layers = layers
  }

  /// ‖Δw‖ : ‖w‖, how far the parameters moved for their size.
  public var share: Double? {
    guard let updateNorm, let parameterNorm else { return nil }
    return updateNorm / max(parameterNorm, .leastNonzeroMagnitude)
  }
}

/// One parameter through one update, as the optimizer recorded it while it ran.
public struct ParameterLife: Sendable, Equatable {
  public var name: String
  /// Its place in the tensor, an index for each dimension.
  public var index: [Int]
  public var old: Float
  /// The gradient the optimizer saw (after clipping).
  public var gradient: Float
  /// AdamW's running means and their bias-corrected forms; nil for an optimizer without them.
  public var moments: Moments?
  public var weightDecay: Double
  public var new: Float
  /// Its gradient as each backward of the step left it, before clipping; empty if it was not
  /// watched by then.
  public var gradientsSoFar: [Float]

  public struct Moments: Sendable, Equatable {
    public var m: Float
    public var v: Float
    public var mHat: Double
    public var vHat: Double
    /// Updates of its tensor, this one included: the exponent of the bias correction.
    public var updates: Int
    /// What m and v were before; nil for a parameter that was not watched by then.
    public var before: Before?

    public struct Before: Sendable, Equatable {
      public var m: Float
      public var v: Float

      public init(m: Float, v: Float) {
        self.m = m
        self.v = v
      }
    }

    public init(
      m: Float, v: Float, mHat: Double, vHat: Double, updates: Int, before: Before? = nil
    ) {
      self.m = m
      self.v = v
      self.mHat = mHat
      self.vHat = vHat
      self.updates = updates
      self.before = before
    }
  }

  public init(
    name: String, index: [Int], old: Float, gradient: Float, moments: Moments?,
    weightDecay: Double, new: Float, gradientsSoFar: [Float] = []
  ) {
    self.name = name
    self.index = index
    self.old = old
    self.gradient = gradient
    self.moments = moments
    self.weightDecay = weightDecay
    self.new = new
    self.gradientsSoFar = gradientsSoFar
  }

  public var change: Float { new - old }
}
