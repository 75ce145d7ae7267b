/// One move as far as the fate of the gradients goes.
struct TrailEvent {
  /// The training step it belongs to.
  var step: Int
  var move: Move
  /// Parameter tensors that held a gradient when it began.
  var gradients: Int
  /// Whether PyTorch would raise an error there.
  var isRaised = false
  /// Whether it ends its training step, where the next step's forward comes before its backward.
  var endsBeforeForward = false
  /// The same where the next step's zero_grad comes before its step.
  var endsBeforeZeroGrad = false
}

/// Follows gradients from the backward that found them to the step that uses them, and counts what
/// goes wrong on the way.
struct GradientTrail: Sendable, Equatable {
  private(set) var made: [Move: Int] = [:]
  private(set) var raised = 0
  /// Backwards that added to gradients of an earlier step, or to used ones, which no zero_grad wiped
  /// before a step could use the sum.
  private(set) var piledUp = 0
  /// Backwards whose gradients zero_grad wiped, unused.
  private(set) var wipedUnused = 0
  /// Steps that found gradients.
  private(set) var usefulSteps = 0
  /// Steps that found no gradients: after a backward of the same training step, and before any.
  private(set) var stepsAfterWipe = 0
  private(set) var emptySteps = 0
  /// Steps whose gradients all came from earlier training steps.
  private(set) var staleSteps = 0
  /// Training steps in which a step came before the first backward.
  private(set) var earlySteps = 0
  private(set) var reusedSteps = 0
  /// Steps whose gradients no clip had measured since the last backward.
  private(set) var unclippedSteps = 0
  /// Clips that found no gradients, with a backward still to come.
  private(set) var clipsOnNothing = 0
  private(set) var clipsTooLate = 0
  private(set) var unusedForwards = 0

  /// Backwards since the last step or zero_grad.
  private var fresh = 0
  /// Backwards since then that began with gradients of before; harmless once they are wiped.
  private var piledUpNow = 0
  private var isUsed = false
  private var isClipped = false
  /// The training step of the oldest part of the gradients.
  private var origin = 0
  private var forwardWaits = false
  private var now = Now()

  /// What the training step in progress has seen.
  private struct Now: Sendable, Equatable {
    var step = 0
    var backwards = 0
    var updates = 0
    var emptyClips = 0
  }

  /// - Parameter hasGradients: whether gradients are there that were clipped and used.
  init(hasGradients: Bool) { (isUsed, isClipped) = (hasGradients, hasGradients) }

  func count(of move: Move) -> Int { made[move, default: 0] }

  mutating func take(_ event: TrailEvent) {
    if event.step != now.step { now = Now(step: event.step) }
    defer { end(event) }
    guard !event.isRaised else {
      raised += event.move == .backward ? 1 : 0
      return
    }
    made[event.move, default: 0] += 1
    switch event.move {
    case .zeroGrad: zeroGrad()
    case .forward: forward()
    case .backward: backward(found: event.gradients)
    case .clip: clip(found: event.gradients)
    case .step: step(found: event.gradients)
    }
  }

  /// What the next training step is sure to do is known now.
  private mutating func end(_ event: TrailEvent) {
    if event.endsBeforeForward { giveUpForward() }
    if event.endsBeforeZeroGrad { forgivePilingUp() }
  }

  private mutating func zeroGrad() {
    forgivePilingUp()
    wipedUnused += fresh
    (fresh, isUsed) = (0, false)
  }

  /// What is wiped before a step uses it does no harm.
  private mutating func forgivePilingUp() {
    (piledUp, piledUpNow) = (piledUp - piledUpNow, 0)
  }

  private mutating func forward() {
    giveUpForward()
    forwardWaits = true
  }

  /// No backward will come for the last forward.
  private mutating func giveUpForward() {
    if forwardWaits { unusedForwards += 1 }
    forwardWaits = false
  }

  private mutating func backward(found gradients: Int) {
    forwardWaits = false
    if gradients == 0 { (origin, isUsed) = (now.step, false) }
    if gradients > 0, isUsed || origin < now.step {
      piledUp += 1
      piledUpNow += 1
    }
    if now.backwards == 0 {
      clipsOnNothing += now.emptyClips
      if now.updates > 0 { earlySteps += 1 }
    }
    now.backwards += 1
    fresh += 1
    isClipped = false
  }

  private mutating func clip(found gradients: Int) {
    if gradients == 0 {
      now.emptyClips += 1
    } else {
      clipsTooLate += fresh == 0 ? 1 : 0
      isClipped = true
    }
  }

  private mutating func step(found gradients: Int) {
    now.updates += 1
    guard gradients > 0 else {
      if now.backwards > 0 { stepsAfterWipe += 1 } else { emptySteps += 1 }
      return
    }
    usefulSteps += 1
    if fresh == 0 { reusedSteps += 1 } else if now.backwards == 0 { staleSteps += 1 }
    if !isClipped { unclippedSteps += 1 }
    (fresh, isUsed, piledUpNow) = (0, true, 0)
  }
}
